package org.gapwatch.alerts.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Fills the log from the topics and tells the listener, and begins again where one was created anew. */
final class FeedReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How often clients are woken at most: to wake each of a thousand for every single event would take all the time. */
    private static final long ANNOUNCE_EVERY_NANOS = Duration.ofMillis(50).toNanos();
    private static final long COMPARE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final FeedTopics topics;
    private final FeedLog log;
    private final FeedListener listener;
    private final Clock clock;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    FeedReader(FeedTopics topics, FeedLog log, FeedListener listener, Clock clock) {
        this.topics = topics;
        this.log = log;
        this.listener = listener;
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
                var ids = topics.ids();
                try (var consumer = topics.read()) {
                    log.begin(ids, topics.reach());
                    listener.begin(ids.alerts().toString());
                    read(consumer, ids);
                }
            } catch (RuntimeException e) {
                LOG.warn("The alerts or actions topic cannot be read, and is tried again: {}", e.toString());
                LOG.debug("The alerts or actions topic cannot be read", e);
            }
            pause();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer, EventId.Topics ids) {
        long comparedAt = System.nanoTime();
        long announcedAt = comparedAt - ANNOUNCE_EVERY_NANOS;
        boolean unannounced = false;
        while (isOpen()) {
            var asked = clock.instant();
            long untilAnnounced = announcedAt + ANNOUNCE_EVERY_NANOS - System.nanoTime();
            var records = consumer.poll(unannounced ? Duration.ofNanos(Math.max(0, untilAnnounced)) : POLL);
            if (!records.isEmpty()) {
                var events = StreamSupport.stream(records.spliterator(), false)
                        .map(record -> FeedEvent.of(record, topics.kind(record.topic()))).filter(Objects::nonNull)
                        .toList();
                log.add(events);
                events.forEach(this::tell);
                unannounced = true;
            }
            if (unannounced && System.nanoTime() - announcedAt >= ANNOUNCE_EVERY_NANOS) {
                log.announce();
                announcedAt = System.nanoTime();
                unannounced = false;
            }
            boolean complete = topics.isRead(consumer);
            if (complete) {
                log.complete(asked);
            }
            listener.read(complete);
            if (System.nanoTime() - comparedAt > COMPARE_EVERY_NANOS) {
                if (areOthers(ids)) {
                    LOG.warn("The alerts or actions topic was created anew: all streams are reset");
                    return;
                }
                comparedAt = System.nanoTime();
            }
        }
    }

    private void tell(FeedEvent event) {
        switch (event.content()) {
            case FeedEvent.Content.OfAlert(var state) -> listener.alert(state, event.writtenAt());
            case FeedEvent.Content.OfAction(var action) -> listener.action(action);
        }
    }

    private boolean areOthers(EventId.Topics ids) {
        try {
            return !topics.ids().equals(ids);
        } catch (KafkaException e) {
            // Whatever keeps the broker from answering, what was read stays good until it says otherwise.
            LOG.debug("The topics cannot be described", e);
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

    /** False where an error has ended its thread, so that nothing is tried again. */
    boolean isAlive() {
        var reading = thread;
        return reading == null || reading.isAlive();
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
