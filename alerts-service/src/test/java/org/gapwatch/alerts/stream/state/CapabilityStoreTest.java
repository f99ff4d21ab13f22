package org.gapwatch.alerts.stream.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.gapwatch.alerts.oracle.Vectors;
import org.gapwatch.contract.Event;
import org.junit.jupiter.api.Test;

class CapabilityStoreTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final List<Event> EVENTS = Vectors.events("random-101");

    private final List<KeyValue<Bytes, byte[]>> written = new ArrayList<>();
    private final CapabilityStore store = new CapabilityStore(new Capabilities(), rows());

    @Test
    void statementsBetweenTwoCommitsBecomeOneRow() {
        EVENTS.forEach(store::add);
        assertThat(written).isEmpty();
        store.flushCache();
        assertThat(written).hasSize(1);
        store.flushCache();
        assertThat(written).as("nothing came since").hasSize(1);

        var restored = new Capabilities();
        written.forEach(row -> restored.restore(row.key.get(), row.value));
        for (String code : store.codes()) {
            assertThat(restored.get(code).assess(TODAY, true)).usingRecursiveComparison()
                    .isEqualTo(store.assess(code, TODAY, true));
        }
    }

    @Test
    void rowsOfOneTaskAreNeverWrittenOver() {
        EVENTS.forEach(event -> {
            store.add(event);
            store.flushCache();
        });
        assertThat(written.stream().map(row -> row.key)).doesNotHaveDuplicates();
        assertThat(written).hasSizeGreaterThan(20);
    }

    @Test
    void rowIsWrittenOnceItIsLarge() {
        Event one = EVENTS.getFirst();
        for (int i = 0; written.isEmpty(); i++) {
            assertThat(i).isLessThan(1_000);
            store.add(new Event(one.source(), "x".repeat(99) + i + "y".repeat(99), one.time(), one.statement()));
        }
        assertThat(written.getFirst().value).hasSizeBetween(32 << 10, 64 << 10);
    }

    @Test
    void whatIsInNoRowIsForgottenWhenTheStoreIsClosed() {
        EVENTS.forEach(store::add);
        store.close();
        store.flushCache();
        assertThat(written).isEmpty();
    }

    /** All but {@code put} does nothing. */
    @SuppressWarnings("unchecked")
    private KeyValueStore<Bytes, byte[]> rows() {
        return (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{KeyValueStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("put")) {
                        written.add(KeyValue.pair((Bytes) arguments[0], (byte[]) arguments[1]));
                    }
                    return null;
                });
    }
}
