package org.gapwatch.alerts.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The running stream. It can be started once, and closed once. */
public final class AlertsStream implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final StreamSettings settings;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;

    /**
     * A stream that is not started yet.
     *
     * @param client where the brokers are and how to log in there
     * @param clock whose UTC date is today
     * @param registry gets the stream's meters
     */
    public AlertsStream(StreamSettings settings, OutputTopics outputs, Map<String, Object> client, Clock clock,
            MeterRegistry registry) {
        this.settings = settings;
        var config = new StreamsConfig(settings.configuration(client));
        var partitions = new CanonicalPartitions(config.getAdminConfigs(settings.applicationId() + "-partitions"));
        var evaluation = Evaluation.of(clock, partitions, new StreamMeters(registry));
        this.streams = new KafkaStreams(AlertsTopology.of(outputs, evaluation), config);
        this.streams.setUncaughtExceptionHandler(new ThreadFailures());
        this.metrics = new KafkaStreamsMetrics(streams);
        this.metrics.bindTo(registry);
    }

    /** Starts it; it gets to RUNNING by itself, once the topics are there and the state is restored. */
    public void start() {
        streams.start();
    }

    /** Whether it can still do its work, or take it up again by itself; false once it stopped for an error. */
    public boolean alive() {
        return switch (streams.state()) {
            case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN, NOT_RUNNING -> true;
            case PENDING_ERROR, ERROR -> false;
        };
    }

    /** Whether all its state is restored and it reads events. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What it does, in Kafka Streams' own words. */
    public String state() {
        return streams.state().name();
    }

    /** Commits and stops; an instance that may not come back leaves its group. */
    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    void close(Duration timeout) {
        metrics.close();
        streams.close(CloseOptions.timeout(timeout).withGroupMembershipOperation(settings.leavesGroup()
                ? GroupMembershipOperation.LEAVE_GROUP
                : GroupMembershipOperation.REMAIN_IN_GROUP));
    }
}
