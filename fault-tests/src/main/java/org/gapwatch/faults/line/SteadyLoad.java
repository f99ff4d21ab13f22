package org.gapwatch.faults.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gapwatch.faults.system.Service;
import org.gapwatch.faults.system.Usage;

/**
 * Nothing breaks, for an hour; and nothing may grow. Compared are the least figures of the second quarter of an hour and
 * of the last, so that the start does not count; nor does what the garbage collector has still to take away, since it is made
 * to collect everything thrice in each quarter: of itself it may let the old generation fill up for hours.
 */
public final class SteadyLoad implements Line {

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int SAMPLES_A_COLLECTION = 30;
    /** What may come: a byte for a byte of state, code that is compiled late, a connection that is opened anew. */
    private static final Usage ALLOWANCE = new Usage(48e6, 96e6, 10, 20, 500);

    @Override
    public String name() {
        return "steady";
    }

    @Override
    public List<Fault> faults() {
        return List.of(new Fault("steady load for an hour: heap, threads, files, RSS, lag", 1, 0, SteadyLoad::run));
    }

    private static void run(Scene scene) throws Exception {
        Map<Service, List<Usage>> used = new LinkedHashMap<>();
        long samples = LENGTH.dividedBy(EVERY);
        for (long i = 0; i < samples; i++) {
            TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            for (Service service : scene.system().services()) {
                if (i % SAMPLES_A_COLLECTION == SAMPLES_A_COLLECTION - 1) {
                    service.collectGarbage();
                }
                used.computeIfAbsent(service, _ -> new ArrayList<>())
                        .add(service.usage(scene.system().lag(service.kind())));
            }
        }
        used.forEach((service, all) -> {
            int quarter = all.size() / 4;
            Usage before = Usage.least(all.subList(quarter, 2 * quarter));
            Usage after = Usage.least(all.subList(3 * quarter, all.size()));
            System.err.printf(Locale.ROOT, "%s: %s, then %s%n", service.name(), before, after);
            if (!after.isWithin(before, ALLOWANCE)) {
                scene.findings().wrong(service.name() + " grows: " + before + ", then " + after);
            }
        });
        scene.broken();
    }
}
