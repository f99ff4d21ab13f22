package org.gapwatch.bench.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.gapwatch.alerts.stream.AlertsStream;
import org.gapwatch.alerts.stream.OutputTopics;
import org.gapwatch.alerts.stream.StreamSettings;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.FinalGaps;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;
import org.gapwatch.bench.harness.Watch;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.contract.Topics;

/** What an order of three tranches that was delivered in five parts takes, on the stream's heap and in its changelog. */
public final class MemoryPart implements BenchPart {

    /** The first version's (221a89e), as this part measured them on it. */
    private static final double FIRST_HEAP = 756;
    private static final double FIRST_CHANGELOG = 531;

    private static final String APPLICATION = "bench-memory";
    /** Orders before those that are counted: until then clients of Kafka have taken the buffers that they keep. */
    private static final int WARM_UP = 50_000;
    private static final int ORDERS = 100_000;
    private static final int ORDERS_QUICK = 50_000;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.MEMORY);
    }

    @Override
    public void run(Bed bed) throws Exception {
        bed.report().heading("Memory");
        int orders = bed.options().quick() ? ORDERS_QUICK : ORDERS;
        int all = WARM_UP + orders;
        DeliveredOrders first = new DeliveredOrders(0, WARM_UP, all);
        DeliveredOrders others = new DeliveredOrders(WARM_UP, all, all);
        FinalGaps afterFirst = new FinalGaps(first, Workload.TODAY);
        FinalGaps afterAll = new FinalGaps(new DeliveredOrders(0, all, all), Workload.TODAY);
        Cluster cluster = bed.cluster();
        cluster.empty(Cluster.CANONICAL);
        OutputTopics outputs = new OutputTopics(APPLICATION + ".gaps", APPLICATION + ".alerts", Topics.REJECTED_EVENTS);
        cluster.create(outputs.gaps(), outputs.alerts());
        Clock clock = Clock.fixed(Workload.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        try (AlertsStream stream = new AlertsStream(
                new StreamSettings(APPLICATION, bed.directory().resolve(APPLICATION), 2, 0, 1, 1, null), outputs,
                Map.of("bootstrap.servers", cluster.bootstrapServers()), clock, new SimpleMeterRegistry())) {
            stream.start();
            Await.until("the stream is RUNNING", stream::running);
            new Loader(cluster).toCanonical(first);
            Watch.await(afterFirst, cluster, outputs.gaps(), outputs.alerts(), stream::alive);
            long heapBefore = Heap.bytes();
            long changelogBefore = Changelogs.bytes(cluster, APPLICATION);
            new Loader(cluster).toCanonical(others);
            Watch.await(afterAll, cluster, outputs.gaps(), outputs.alerts(), stream::alive);
            double heap = (double) (Heap.bytes() - heapBefore) / orders;
            double changelog = (double) (Changelogs.bytes(cluster, APPLICATION) - changelogBefore) / orders;
            bed.report().target(Part.MEMORY, "heap bytes an order", "half of the first version's", heap, "B",
                    Bound.atMost(FIRST_HEAP / 2));
            bed.report().target(Part.MEMORY, "changelog bytes an order, before compaction",
                    "half of the first version's", changelog, "B", Bound.atMost(FIRST_CHANGELOG / 2));
        }
    }
}
