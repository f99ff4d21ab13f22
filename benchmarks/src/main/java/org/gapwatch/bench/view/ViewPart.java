package org.gapwatch.bench.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;

/**
 * Part E: the read models of lines, references and orders, from the canonical topics into a MongoDB server, against writing
 * the documents that they write.
 */
public final class ViewPart implements BenchPart {

    /** Names a real server, as for the tests; without it only the embedded one is measured. */
    private static final String REAL_SERVER = "GAPWATCH_TEST_MONGODB_URI";

    private static final int EVENTS = 100_000;
    private static final int EVENTS_QUICK = 10_000;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.E);
    }

    @Override
    public void run(Bed bed) throws Exception {
        bed.report().heading("E: projection into MongoDB");
        int events = Math.min(bed.options().events(), bed.options().quick() ? EVENTS_QUICK : EVENTS);
        bed.cluster().empty(Cluster.CANONICAL);
        new Loader(bed.cluster()).toCanonical(new Workload(Shape.standard(events)));
        Map<String, MongoServer> servers = new LinkedHashMap<>();
        servers.put("embedded server", new MongoServer(bed.mongoUri(), true));
        String real = System.getenv(REAL_SERVER);
        if (real == null) {
            bed.report().progress("%s names no MongoDB server: E is measured on the embedded one only", REAL_SERVER);
        } else {
            servers.put("real server", new MongoServer(real, false));
        }
        for (var server : servers.entrySet()) {
            measure(bed, server.getKey(), server.getValue(), events);
        }
    }

    private static void measure(Bed bed, String name, MongoServer server, int events) throws Exception {
        Written written = new Written();
        Views.build(bed.cluster(), server, written, events);
        written.stop();
        List<Double> ratios = new ArrayList<>();
        List<Double> bareRatios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round <= bed.options().rounds(); round++) {
            Measured ours = Views.build(bed.cluster(), server, written, events);
            Measured floor = written.bulkWrite(server, true);
            Measured bareFloor = written.bulkWrite(server, false);
            if (round > 0) {
                rates.add(written.documents() * 1e9 / ours.nanos());
                ratios.add((double) floor.nanos() / ours.nanos());
                bareRatios.add((double) bareFloor.nanos() / ours.nanos());
                cpu.add(ours.cpuMicros());
            }
        }
        bed.report().figure(Part.E, "projection into the " + name, Median.of(rates), "docs/s");
        bed.report().figure(Part.E, "the same, CPU time", Median.of(cpu), "us/event");
        bed.report().figure(Part.E, "to one unordered bulkWrite into collections without indexes, " + name,
                Median.of(bareRatios), "x");
        bed.report().target(Part.E, "projection into the " + name,
                "one unordered bulkWrite of the same documents, same indexes", Median.of(ratios), "x",
                Bound.atLeast(0.8));
    }
}
