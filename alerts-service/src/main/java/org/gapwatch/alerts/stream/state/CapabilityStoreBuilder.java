package org.gapwatch.alerts.stream.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds a {@link CapabilityStore}, one for each task. */
public final class CapabilityStoreBuilder implements StoreBuilder<CapabilityStore> {

    /** The store's name; its changelog topic is {@code <application id>-capabilities-changelog}. */
    public static final String NAME = "capabilities";

    /** Timestamps by the broker: a clock that is wrong cannot make the stream's own writes fail. */
    private static final Map<String, String> CHANGELOG = Map.of("message.timestamp.type", "LogAppendTime");

    @Override
    public CapabilityStore build() {
        var capabilities = new Capabilities();
        var rows = Stores.keyValueStoreBuilder(new RowFeedSupplier(capabilities), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG).withCachingDisabled().build();
        return new CapabilityStore(capabilities, rows);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> logConfig() {
        return CHANGELOG;
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public StoreBuilder<CapabilityStore> withCachingEnabled() {
        throw fixed();
    }

    @Override
    public StoreBuilder<CapabilityStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<CapabilityStore> withLoggingEnabled(Map<String, String> config) {
        throw fixed();
    }

    @Override
    public StoreBuilder<CapabilityStore> withLoggingDisabled() {
        throw fixed();
    }

    private static UnsupportedOperationException fixed() {
        return new UnsupportedOperationException("The changelog is the only copy: logged, and never cached");
    }

    private record RowFeedSupplier(Capabilities capabilities) implements KeyValueBytesStoreSupplier {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new RowFeed(NAME, capabilities);
        }

        @Override
        public String metricsScope() {
            return "heap";
        }
    }
}
