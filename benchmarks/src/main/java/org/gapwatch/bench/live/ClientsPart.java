package org.gapwatch.bench.live;

import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;

/** Many clients of the feed at once: how soon the last of them has an alert, and what each takes on the heap. */
public final class ClientsPart implements BenchPart {

    private static final String ALERTS = "bench.clients.alerts";
    private static final int CLIENTS = 1_000;
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 20;
    /** As many as the feed keeps: later alerts take the place of these, so that none but the clients take more heap. */
    private static final int WARM_UP = 8_192;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.CLIENTS);
    }

    @Override
    public void run(Bed bed) throws Exception {
        boolean quick = bed.options().quick();
        int clients = quick ? CLIENTS / 5 : CLIENTS;
        int alerts = PER_SECOND * (quick ? SECONDS / 4 : SECONDS);
        Cluster cluster = bed.cluster();
        bed.report().heading("Clients of the feed");
        cluster.create("bench.clients.gaps", ALERTS);
        cluster.empty(Cluster.CANONICAL);
        try (LiveServices services = LiveServices.alertsOnly(bed,
                "--gapwatch.topics.capability-gaps=bench.clients.gaps", "--gapwatch.topics.capability-alerts=" + ALERTS,
                "--gapwatch.stream.application-id=bench-clients");
                AlertSource source = new AlertSource(cluster, ALERTS)) {
            try (SseClients few = SseClients.connect(services.alertsPort(), clients / 10, WARM_UP, bed.directory())) {
                source.publish(WARM_UP, PER_SECOND * 40);
                few.latencies();
            }
            long before = Heap.bytes();
            try (SseClients many = SseClients.connect(services.alertsPort(), clients, alerts, bed.directory())) {
                source.publish(alerts, PER_SECOND);
                var millis = many.latencies();
                double heap = (double) (Heap.bytes() - before) / clients;
                String what = String.format("%,d clients, %d alerts of 2 KiB a second, topic to last client", clients,
                        PER_SECOND);
                bed.report().figure(Part.CLIENTS, what + ", p50", Median.of(millis), "ms");
                bed.report().target(Part.CLIENTS, what + ", p99", "", Median.quantile(millis, 0.99), "ms",
                        Bound.atMost(250));
                bed.report().target(Part.CLIENTS, "heap a client", "", heap / 1024, "KiB", Bound.atMost(64));
            }
        }
    }
}
