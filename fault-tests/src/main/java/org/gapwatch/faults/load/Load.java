package org.gapwatch.faults.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.RunningSystem;

/** The load on one system: a publisher through Kafka, and one over HTTP to each front service. */
public final class Load implements AutoCloseable {

    private static final int OVER_KAFKA = 20;
    private static final int OVER_HTTP = 10;

    private final Acknowledged acknowledged = new Acknowledged();
    private final List<Publisher> publishers;

    /**
     * A load that has not begun.
     *
     * @param wrong takes what is answered to a publisher and should not be, from several threads
     */
    public Load(RunningSystem system, SplittableRandom random, Consumer<String> wrong) {
        publishers = List.of(
                new KafkaPublisher(system.bootstrapServers(),
                        new Publications("kafka", List.of(EntityKind.values()), random.split()), acknowledged,
                        OVER_KAFKA, random.split()),
                new HttpPublisher("production", () -> system.service(Kind.PRODUCTION).uri("/api/events"),
                        new Publications("production", List.of(EntityKind.LINE, EntityKind.REFERENCE), random.split()),
                        acknowledged, OVER_HTTP, wrong),
                new HttpPublisher("procurement", () -> system.service(Kind.PROCUREMENT).uri("/api/events"),
                        new Publications("procurement", List.of(EntityKind.ORDER), random.split()), acknowledged,
                        OVER_HTTP, wrong));
    }

    /** Begins. */
    public void start() {
        publishers.forEach(Publisher::start);
    }

    /** Whether every publisher had something acknowledged after a time, by {@link System#nanoTime()}. */
    public boolean flowsSince(long nanoTime) {
        return publishers.stream().allMatch(publisher -> publisher.acknowledgedAt() - nanoTime > 0);
    }

    /** What was published so far. */
    public Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Ends once all that was sent is acknowledged. */
    @Override
    public void close() throws InterruptedException {
        for (Publisher publisher : publishers) {
            publisher.close();
        }
    }
}
