package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.alerts.oracle.Vectors;
import org.gapwatch.contract.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real broker: the state is restored from the changelog, and what is told goes on as if nothing had happened. The
 * reader fails on a revision that does not rise by one, and on a gap that is told again without a difference.
 */
class StreamRestartTest {

    private static final LocalDate TODAY = LocalDate.parse(
            Vectors.expected("random-5002").required("today").stringValue());
    private static final List<Event> EVENTS = Vectors.events("random-5002");

    @TempDir
    private Path directory;
    private BrokerFixture broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new BrokerFixture(directory.resolve("kafka"));
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void restartInTheMiddleGoesOnWhereItWas() {
        var settings = StreamSettings.single("restarted", directory.resolve("state"), null);
        List<Event> half = BrokerFixture.part(EVENTS, 0, 2);
        try (var _ = broker.stream(settings, TODAY.minusDays(40))) {
            broker.publish(half);
            broker.awaitTold(Oracle.expect(half, TODAY.minusDays(40)));
        }
        // Nothing but the day is new at first, then the rest, and all of it twice.
        try (var _ = broker.stream(settings, TODAY)) {
            broker.awaitTold(Oracle.expect(half, TODAY));
            broker.publish(EVENTS);
            broker.publish(half);
            broker.awaitTold(Oracle.expect(EVENTS, TODAY));
        }
    }

    @Test
    void killedProcessIsFollowedByOneThatEndsItsTransaction() throws Exception {
        Path state = directory.resolve("state");
        Process process = StreamProcess.start(broker.kafka.bootstrapServers(), state, TODAY,
                directory.resolve("stream.log"));
        try {
            broker.publish(BrokerFixture.part(EVENTS, 0, 2));
            broker.awaitAny();
            // Killed while it works on these, most likely within a transaction.
            broker.publish(BrokerFixture.part(EVENTS, 1, 2));
        } finally {
            process.destroyForcibly().waitFor();
        }
        var transactions = broker.transactionalIds();
        try (var _ = broker.stream(StreamProcess.settings(state), TODAY)) {
            broker.awaitTold(Oracle.expect(EVENTS, TODAY));
            // The same name again: that is what ends a transaction left open at once, not when it times out.
            assertThat(broker.transactionalIds()).isEqualTo(transactions).hasSize(1);
        }
    }

    @Test
    void whatWasNotCommittedIsForgotten() throws Exception {
        var settings = StreamSettings.single("fenced", directory.resolve("state"), null);
        try (var stream = broker.stream(settings, TODAY)) {
            for (int part = 0; part < 6; part++) {
                broker.publish(BrokerFixture.part(EVENTS, part, 6));
                broker.awaitAny();
                broker.fence(broker.transactionalIds().iterator().next());
            }
            broker.awaitTold(Oracle.expect(EVENTS, TODAY));
            await().atMost(BrokerFixture.LIMIT).until(stream::running);
        }
    }

    @Test
    void standbyTakesOver() {
        List<Event> half = BrokerFixture.part(EVENTS, 0, 2);
        try (var second = broker.stream(standby("second"), TODAY)) {
            try (var first = broker.stream(standby("first"), TODAY)) {
                broker.publish(half);
                broker.awaitTold(Oracle.expect(half, TODAY));
                await().atMost(BrokerFixture.LIMIT).until(() -> first.running() && second.running());
            }
            broker.publish(EVENTS);
            broker.awaitTold(Oracle.expect(EVENTS, TODAY));
        }
    }

    private StreamSettings standby(String name) {
        return new StreamSettings("standby", directory.resolve(name), 1, 1, 1, 1, null);
    }
}
