package org.gapwatch.alerts.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Fills the log from the alerts topic, and begins again where that was created anew. */
final class AlertTopicReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertTopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How often clients are woken at most: to wake each of a thousand for every single event would take all the time. */
    private static final long ANNOUNCE_EVERY_NANOS = Duration.ofMillis(50).toNanos();
    private static final long COMPARE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final AlertTopic topic;
    private final AlertLog log;
    private final Clock clock;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    AlertTopicReader(AlertTopic topic, AlertLog log, Clock clock) {
        this.topic = topic;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        log.open();
        thread = Thread.ofPlatform().name("feed").daemon().start(this::run);
    }

    private void run() {
        while (isOpen()) {
            try {
                var id = topic.id();
                try (var consumer = topic.read(0)) {
                    log.begin(id, topic.reach());
                    read(consumer, id);
                }
            } catch (RuntimeException e) {
                LOG.warn("The alerts topic cannot be read, and is tried again: {}", e.toString());
                LOG.debug("The alerts topic cannot be read", e);
            }
            pause();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer, Uuid id) {
        long comparedAt = System.nanoTime();
        long announcedAt = comparedAt - ANNOUNCE_EVERY_NANOS;
        boolean unannounced = false;
        while (isOpen()) {
            var asked = clock.instant();
            long untilAnnounced = announcedAt + ANNOUNCE_EVERY_NANOS - System.nanoTime();
            var records = consumer.poll(unannounced ? Duration.ofNanos(Math.max(0, untilAnnounced)) : POLL);
            if (!records.isEmpty()) {
                log.add(StreamSupport.stream(records.spliterator(), false).map(record -> AlertEvent.of(record, id))
                        .filter(Objects::nonNull).toList());
                unannounced = true;
            }
            if (unannounced && System.nanoTime() - announcedAt >= ANNOUNCE_EVERY_NANOS) {
                log.announce();
                announcedAt = System.nanoTime();
                unannounced = false;
            }
            if (topic.isRead(consumer)) {
                log.complete(asked);
            }
            if (System.nanoTime() - comparedAt > COMPARE_EVERY_NANOS) {
                if (isAnother(id)) {
                    LOG.warn("The alerts topic was created anew: all streams are reset");
                    return;
                }
                comparedAt = System.nanoTime();
            }
        }
    }

    private boolean isAnother(Uuid id) {
        try {
            return !topic.id().equals(id);
        } catch (KafkaException e) {
            // Whatever keeps the broker from answering, what was read stays good until it says otherwise.
            LOG.debug("The alerts topic cannot be described", e);
            return false;
        }
    }

    private boolean isOpen() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            boolean _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    /** Ends all streams first, or the web server would wait for them when it stops. */
    @Override
    public void stop() {
        stopped.countDown();
        log.close();
        var reading = thread;
        if (reading != null) {
            try {
                reading.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    /** Whether there is a thread that reads; where not, nothing new comes to the log. */
    boolean isReading() {
        var reading = thread;
        return reading != null && reading.isAlive();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
