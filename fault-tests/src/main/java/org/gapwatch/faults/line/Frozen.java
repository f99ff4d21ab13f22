package org.gapwatch.faults.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.Service;
import org.gapwatch.faults.system.Wait;

/** An instance of alerts-service stands still while another takes over, and wakes up as if nothing had happened. */
public final class Frozen implements Line {

    private static final Duration PAUSE = Duration.ofSeconds(60);
    /** Enough for some to lie in partitions that the frozen instance had. */
    private static final int CAPABILITIES = 20;
    private static final long AGAIN_AFTER_MILLIS = 200;

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
        return List.of(new Fault("SIGSTOP of alerts-service for 60 s, another takes over", 5, 1, Frozen::strike));
    }

    private static void strike(Scene scene) throws Exception {
        Service second = scene.system().add(Kind.ALERTS);
        Wait.until("the second instance works", second::ready);
        Service frozen = scene.system().service(Kind.ALERTS);
        frozen.pause();
        long end = System.nanoTime() + PAUSE.toNanos();
        List<String> untold = untold(second, scene.load().publishNewCapabilities(CAPABILITIES), end);
        if (!untold.isEmpty()) {
            scene.findings().wrong(second.name() + " told nothing of " + untold + " while " + frozen.name()
                    + " was frozen");
        }
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        scene.broken();
        frozen.resume();
        scene.awaitBack();
        scene.system().remove(scene.random().nextBoolean() ? second : frozen);
    }

    /** The capabilities that a service has no gap of until then, though something is known of each. */
    private static List<String> untold(Service service, List<String> capabilities, long end)
            throws InterruptedException {
        List<String> untold = new ArrayList<>(capabilities);
        while (!untold.isEmpty() && System.nanoTime() < end) {
            if (service.answers("/api/capabilities/" + untold.getFirst() + "/gaps/OUTPUT")) {
                untold.removeFirst();
            } else {
                TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MILLIS);
            }
        }
        return untold;
    }
}
