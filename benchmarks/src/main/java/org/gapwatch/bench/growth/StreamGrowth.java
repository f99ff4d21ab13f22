package org.gapwatch.bench.growth;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gapwatch.bench.rung.Cluster;
import org.gapwatch.bench.rung.FinalGaps;
import org.gapwatch.bench.rung.Loader;
import org.gapwatch.bench.rung.Measured;
import org.gapwatch.bench.rung.StreamRung;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;

/** The alerts pipeline over workloads of equally many events that differ in one way each. Overwrites the canonical topics. */
public final class StreamGrowth {

    private static final LocalDate THREE_YEARS_AGO = LocalDate.of(2023, 1, 1);
    private static final int THREE_YEARS = 1095;
    private static final long SEED = 11;

    private StreamGrowth() {
    }

    /** What each workload took, by its description; each ran once before, uncounted. */
    public static Map<String, Measured> measure(Cluster cluster, Path directory, int events) throws Exception {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("120 capabilities, 3 years", new Shape(events, 120, 40, 5, THREE_YEARS_AGO, THREE_YEARS, SEED));
        shapes.put(
                "12 capabilities with 10 times the orders each",
                new Shape(events, 12, 400, 5, THREE_YEARS_AGO, THREE_YEARS, SEED));
        shapes.put("1,200 capabilities", new Shape(events, 1_200, 40, 5, THREE_YEARS_AGO, THREE_YEARS, SEED));
        shapes.put(
                "30 years of history",
                new Shape(events, 120, 40, 5, THREE_YEARS_AGO.minusYears(27), 10 * THREE_YEARS, SEED));
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> shape : shapes.entrySet()) {
            Workload workload = new Workload(shape.getValue());
            cluster.empty(Cluster.CANONICAL);
            new Loader(cluster).toCanonical(workload);
            StreamRung rung = new StreamRung(cluster, new FinalGaps(workload, Clock.systemUTC()), directory,
                    "growth-" + measured.size(), events);
            rung.run(0);
            measured.put(shape.getKey(), rung.run(1));
        }
        return measured;
    }
}
