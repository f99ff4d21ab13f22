package org.gapwatch.alerts.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Topics;

/** The real topology in a test driver, with one task and a clock to set. */
final class StreamHarness implements AutoCloseable {

    /** The driver's wall clock, which paces evaluation; not the clock that tells today. */
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Outputs outputs = new Outputs();
    private final SettableClock clock = new SettableClock();
    private final Path stateDirectory;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs;
    private final TestOutputTopic<String, String> gaps;
    private final TestOutputTopic<String, String> alerts;
    private final TestOutputTopic<byte[], String> rejections;
    private Instant now = START;

    StreamHarness(LocalDate today) throws IOException {
        this(today, 1);
    }

    /** With so many partitions in each canonical topic; whatever is sent comes from the first, number 0. */
    StreamHarness(LocalDate today, int partitions) throws IOException {
        clock.today(today);
        stateDirectory = Files.createTempDirectory("gapwatch-stream");
        var config = new Properties();
        config.putAll(StreamSettings.single("test", stateDirectory, null)
                .configuration(Map.of("bootstrap.servers", "unused:9092")));
        var evaluation = Evaluation.of(clock, () -> partitions, new StreamMeters(meters));
        driver = new TopologyTestDriver(AlertsTopology.of(OutputTopics.USUAL, evaluation), config, START);
        inputs = Stream.of(Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT, Topics.PROCUREMENT_ORDERS)
                .collect(Collectors.toMap(Function.identity(),
                        topic -> driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())));
        gaps = driver.createOutputTopic(Topics.CAPABILITY_GAPS, new StringDeserializer(), new StringDeserializer());
        alerts = driver.createOutputTopic(Topics.CAPABILITY_ALERTS, new StringDeserializer(),
                new StringDeserializer());
        rejections = driver.createOutputTopic(Topics.REJECTED_EVENTS, new ByteArrayDeserializer(),
                new StringDeserializer());
    }

    void send(Event event) {
        send(Topics.canonical(event.statement().entityKind()), CanonicalEvents.key(event),
                CanonicalEvents.value(event), CanonicalEvents.headers(event, now.toEpochMilli()));
    }

    void send(String topic, byte[] key, byte[] value, Headers headers) {
        Objects.requireNonNull(inputs.get(topic), topic).pipeInput(new TestRecord<>(key, value, headers, now));
    }

    void today(LocalDate today) {
        clock.today(today);
    }

    /** Lets time pass until everything is evaluated and told, and reads what was published. */
    Outputs settle() {
        tick(Duration.ofMillis(Pace.SILENCE_MS));
        while (pending() > 0) {
            tick(Duration.ofMillis(100));
        }
        return outputs;
    }

    void tick(Duration duration) {
        now = now.plus(duration);
        driver.advanceWallClockTime(duration);
        gaps.readKeyValuesToList().forEach(record -> outputs.gap(record.key, record.value));
        alerts.readKeyValuesToList().forEach(record -> outputs.alert(record.key, record.value));
    }

    List<String> rejections() {
        return rejections.readValuesToList();
    }

    double pending() {
        return meters.get("gapwatch.capabilities.pending").gauge().value();
    }

    @Override
    public void close() throws IOException {
        driver.close();
        Utils.delete(stateDirectory.toFile());
    }

    private static final class SettableClock extends Clock {

        private Instant instant = Instant.EPOCH;

        void today(LocalDate today) {
            instant = today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
