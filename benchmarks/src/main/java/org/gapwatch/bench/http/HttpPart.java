package org.gapwatch.bench.http;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Cpu;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;
import org.gapwatch.bench.live.Health;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.service.projection.Projections;
import org.springframework.context.ConfigurableApplicationContext;

/** Part F: {@code POST /api/events} in batches, against an endpoint that writes records of the same bytes. */
public final class HttpPart implements BenchPart {

    private static final int CONNECTIONS = 8;
    private static final int EVENTS = 200_000;
    private static final int EVENTS_QUICK = 20_000;
    /** Rounds that do not count: it takes a million events until all is compiled. */
    private static final int WARM_UP = 5;
    private static final int WARM_UP_QUICK = 1;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.F);
    }

    @Override
    public void run(Bed bed) throws Exception {
        bed.report().heading("F: events over HTTP");
        int batches = Math.min(bed.options().events(), bed.options().quick() ? EVENTS_QUICK : EVENTS)
                / EventBatches.EVENTS;
        Cluster cluster = bed.cluster();
        cluster.createPlain(FloorEndpoint.TOPIC);
        List<Double> ours = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        List<Double> cpuOfOurs = new ArrayList<>();
        List<Double> cpuOfFloor = new ArrayList<>();
        try (ConfigurableApplicationContext service = start(bed)) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Health health = new Health(port);
            Await.until("the service is ready", health::ready);
            service.getBean(Projections.class).stop();
            int warmUp = bed.options().quick() ? WARM_UP_QUICK : WARM_UP;
            for (int round = 0; round < warmUp + bed.options().rounds(); round++) {
                // New ids each round: an event seen before is another thing to check.
                Path file = bed.directory().resolve("batches");
                EventBatches.write(file, bed.workload(), batches, round);
                double[] first = post(bed, port, "/api/events", file, batches);
                double[] second = post(bed, port, FloorEndpoint.PATH, file, batches);
                if (round >= warmUp) {
                    ours.add(first[0]);
                    cpuOfOurs.add(first[1]);
                    floor.add(second[0]);
                    cpuOfFloor.add(second[1]);
                }
            }
        }
        bed.report().figure(Part.F, "POST /api/events, batches of 100, 8 connections", Median.of(ours), "events/s");
        bed.report().figure(Part.F, "the same, CPU time", Median.of(cpuOfOurs), "us/event");
        bed.report().figure(Part.F, "floor: writes records of the same bytes", Median.of(floor), "events/s");
        bed.report().figure(Part.F, "the same, CPU time", Median.of(cpuOfFloor), "us/event");
        bed.report().target(Part.F, "POST /api/events, batches of 100, 8 connections",
                "endpoint that writes records of the same bytes", Median.of(ours) / Median.of(floor), "x",
                Bound.atLeast(0.6));
    }

    private static ConfigurableApplicationContext start(Bed bed) throws Exception {
        return ProcurementService.application().sources(FloorEndpoint.class).run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bed.cluster().bootstrapServers(),
                "--spring.mongodb.uri=" + bed.mongoUri(),
                "--gapwatch.mongodb.single-writer=true",
                "--gapwatch.topics.replication-factor=1",
                "--gapwatch.topics.min-insync-replicas=1");
    }

    /** Events a second, and microseconds of CPU time of this process an event. */
    private static double[] post(Bed bed, int port, String path, Path file, int batches) throws Exception {
        long cpu = Cpu.ofProcess();
        double seconds = PostClient.run(port, path, CONNECTIONS, file, bed.directory());
        double events = (double) batches * EventBatches.EVENTS;
        return new double[]{events / seconds, (Cpu.ofProcess() - cpu) / 1e3 / events};
    }
}
