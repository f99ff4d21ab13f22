package org.gapwatch.alerts.stream;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts the stream once the topics are there, and stops it first. */
final class StreamLifecycle implements SmartLifecycle {

    /** The phase in which Spring's own support starts Kafka Streams: after topics, before listeners. */
    private static final int PHASE = Integer.MAX_VALUE - 1000;

    private final Supplier<AlertsStream> streams;
    private volatile @Nullable AlertsStream stream;

    StreamLifecycle(Supplier<AlertsStream> streams) {
        this.streams = streams;
    }

    /** The stream, or null while it is stopped. */
    @Nullable
    AlertsStream stream() {
        return stream;
    }

    @Override
    public void start() {
        AlertsStream started = streams.get();
        started.start();
        stream = started;
    }

    @Override
    public void stop() {
        AlertsStream running = stream;
        if (running != null) {
            running.close();
            stream = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stream != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
