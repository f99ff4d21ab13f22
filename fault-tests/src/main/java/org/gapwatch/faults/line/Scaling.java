package org.gapwatch.faults.line;

import java.time.Duration;
import java.util.List;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.Service;

/** alerts-service from one instance to three and back, under load. */
public final class Scaling implements Line {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "scaling";
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
        return List.of(new Fault("alerts-service 1 -> 2 -> 3 -> 1 instances", 2, 1, scene -> {
            Service first = scene.system().service(Kind.ALERTS);
            Service second = scene.system().add(Kind.ALERTS);
            scene.awaitBack();
            scene.pause(LONGEST_PAUSE);
            scene.system().add(Kind.ALERTS);
            scene.awaitBack();
            scene.pause(LONGEST_PAUSE);
            scene.broken();
            scene.system().remove(first);
            scene.system().remove(second);
        }));
    }
}
