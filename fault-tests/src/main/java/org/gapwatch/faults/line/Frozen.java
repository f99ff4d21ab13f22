package org.gapwatch.faults.line;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.Service;
import org.gapwatch.faults.system.Wait;

/** An instance of alerts-service stands still while another takes over, and wakes up as if nothing had happened. */
public final class Frozen implements Line {

    private static final int SECONDS = 60;

    @Override
    public String name() {
        return "frozen";
    }

    @Override
    public boolean named() {
        return false;
    }

    @Override
    public boolean needsMongod() {
        return true;
    }

    @Override
    public List<Fault> faults() {
        return List.of(new Fault("SIGSTOP of alerts-service for 60 s, another takes over", 5, 1, scene -> {
            Service second = scene.system().add(Kind.ALERTS);
            Wait.until("the second instance works", second::ready);
            Service frozen = scene.system().service(Kind.ALERTS);
            frozen.pause();
            TimeUnit.SECONDS.sleep(SECONDS);
            scene.broken();
            frozen.resume();
            scene.awaitBack();
            scene.system().remove(scene.random().nextBoolean() ? second : frozen);
        }));
    }
}
