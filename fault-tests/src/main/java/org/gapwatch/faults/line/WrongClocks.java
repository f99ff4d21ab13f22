package org.gapwatch.faults.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.Service;

/**
 * The clock of one service is a day off for a while. Compared is what it comes to once the clock is right again; what a
 * service whose clock is behind rejected as too far ahead stays rejected, what one whose clock is ahead accepted stays
 * accepted, and both are counted.
 */
public final class WrongClocks implements Line {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public boolean clocksAreOff() {
        return true;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            faults.add(off(kind, DAY, "ahead"));
            faults.add(off(kind, DAY.negated(), "behind"));
        }
        return faults;
    }

    private static Fault off(Kind kind, Duration offset, String way) {
        return new Fault("clock of " + kind.label() + " a day " + way, 1, 0, scene -> {
            Service service = scene.system().service(kind);
            restart(service, offset);
            scene.awaitBack();
            scene.pause(LONGEST);
            scene.broken();
            restart(service, Duration.ZERO);
        });
    }

    private static void restart(Service service, Duration offset) throws Exception {
        service.stop();
        service.clockOffset(offset);
        service.start();
    }
}
