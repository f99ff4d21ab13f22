package org.gapwatch.alerts.stream.state;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Keeps nothing, but is called persistent: only where a topology has a persistent store does Kafka Streams 4.2 keep its
 * process id on disk. The transactional ids contain that id; so a start after a kill fences the dead instance's open
 * transaction at once, where readers of committed records would else wait for it to time out
 * (docs/decisions/0008-process-id.md).
 */
public final class ProcessIdStore implements StateStore {

    private static final String NAME = "process-id";

    private boolean open;

    private ProcessIdStore() {
    }

    /** Builds one for each task; it has no changelog. */
    public static StoreBuilder<ProcessIdStore> builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (_, _) -> {
            // Without a changelog there is nothing to restore.
        });
        open = true;
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private static final class Builder implements StoreBuilder<ProcessIdStore> {

        @Override
        public ProcessIdStore build() {
            return new ProcessIdStore();
        }

        @Override
        public StoreBuilder<ProcessIdStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<ProcessIdStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<ProcessIdStore> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<ProcessIdStore> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return NAME;
        }
    }
}
