package org.gapwatch.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;
import org.gapwatch.alerts.service.RunningService;
import org.gapwatch.embedded.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The thread that reads the alerts topic, and what becomes of it where it meets what nobody thought of. */
class FeedReaderTest {

    private static final String ALERTS = "alerts";
    private static final String ACTIONS = "actions";
    private static EmbeddedKafka kafka;
    private static Admin admin;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        kafka = EmbeddedKafka.start(directory);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        admin.createTopics(List.of(new NewTopic(ALERTS, 1, (short) 1), new NewTopic(ACTIONS, 1, (short) 1))).all()
                .get();
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void triesAgainWhateverWasThrown() {
        var failures = new AtomicInteger();
        assertThat(statusAfterReading(() -> {
            if (failures.incrementAndGet() == 1) {
                throw new IllegalStateException("thrown on purpose");
            }
            return Instant.EPOCH;
        })).isEqualTo(Status.UP);
        assertThat(failures).hasValueGreaterThan(1);
    }

    @Test
    void isDownWhereTheThreadHasDied() {
        var calls = new AtomicInteger();
        assertThat(statusAfterReading(() -> {
            if (calls.incrementAndGet() > 1) {
                Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {
                });
                throw new AssertionError("thrown on purpose");
            }
            return Instant.EPOCH;
        })).isEqualTo(Status.DOWN);
    }

    /** The health once the thread has read everything and asked for the time again, or is dead. */
    private static Status statusAfterReading(Supplier<Instant> now) {
        var clock = new FunctionClock(now);
        var log = new FeedLog(10, 1000, Clock.systemUTC());
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        var topics = new FeedTopics(new FeedTopic(settings, admin, ALERTS), new FeedTopic(settings, admin, ACTIONS));
        var reader = new FeedReader(topics, log, new Deaf(), clock);
        var health = new FeedConfiguration().feed(log, reader);
        var alive = new FeedConfiguration().feedAlive(reader);
        reader.start();
        try {
            await().atMost(RunningService.LIMIT)
                    .until(() -> !reader.isReading() || log.isComplete() && clock.asked.get() > 2);
            var status = Objects.requireNonNull(health.health()).getStatus();
            assertThat(Objects.requireNonNull(alive.health()).getStatus()).isEqualTo(status);
            return status;
        } finally {
            reader.stop();
        }
    }

    private static final class Deaf implements FeedListener {

        @Override
        public void begin(String alertsTopic) {
        }

        @Override
        public void alert(AlertState alert, Instant writtenAt) {
        }

        @Override
        public void action(Action action) {
        }

        @Override
        public void read(boolean complete) {
        }
    }

    private static final class FunctionClock extends Clock {

        private final Supplier<Instant> now;
        private final AtomicInteger asked = new AtomicInteger();

        FunctionClock(Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            asked.incrementAndGet();
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
