package org.gapwatch.faults.load;

import java.util.ArrayList;
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
    private final Publications aboutNewOnes;
    private final KafkaPublisher kafka;
    private final List<Publisher> publishers;
    private int newCapabilities;

    /**
     * A load that has not begun.
     *
     * @param wrong takes what is answered to a publisher and should not be, from several threads
     */
    public Load(RunningSystem system, SplittableRandom random, Consumer<String> wrong) {
        aboutNewOnes = new Publications("new", List.of(EntityKind.REFERENCE), random.split());
        kafka = new KafkaPublisher(system.bootstrapServers(),
                new Publications("kafka", List.of(EntityKind.values()), random.split()), acknowledged, OVER_KAFKA,
                random.split());
        publishers = List.of(kafka,
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

    /** Publishes an event about each of so many new capabilities; returns these once all are acknowledged. */
    public List<String> publishNewCapabilities(int count) throws InterruptedException {
        List<String> capabilities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String capability = "faults.new-" + newCapabilities++;
            kafka.publish(aboutNewOnes.about(capability));
            capabilities.add(capability);
        }
        return capabilities;
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
