package org.gapwatch.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.gapwatch.alerts.stream.state.CapabilityRows;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a subtask's capabilities in Flink's keyed state: statements in numbered pieces, one a capability and
 * checkpoint, and what was published by its key.
 *
 * <p>
 * A statement is never changed, so a piece is written once; pieces are joined as they become many, {@value #FAN_OUT} to
 * one, so that each row is written again a few times at most.
 */
final class KeptRows {

    private static final int FAN_OUT = 32;
    /** A piece of this size is joined no more. */
    private static final int LARGE = 8 << 20;

    private static final MapStateDescriptor<Long, byte[]> STATEMENTS = new MapStateDescriptor<>("statements",
            LongSerializer.INSTANCE, RowBytes.INSTANCE);
    private static final MapStateDescriptor<String, byte[]> PUBLISHED = new MapStateDescriptor<>("published",
            StringSerializer.INSTANCE, RowBytes.INSTANCE);

    private final KeyedStateBackend<String> backend;
    private final Partitions partitions;
    private final MapState<Long, byte[]> statements;
    private final MapState<String, byte[]> published;
    private final Map<String, OfCapability> capabilities = new LinkedHashMap<>();
    private final List<OfCapability> changed = new ArrayList<>();

    private static final class OfCapability {

        final String key;
        final CapabilityRows.Statements added = new CapabilityRows.Statements();
        long pieces;

        OfCapability(String key) {
            this.key = key;
        }
    }

    KeptRows(KeyedStateBackend<String> backend, Partitions partitions) throws Exception {
        this.backend = backend;
        this.partitions = partitions;
        statements = backend.getPartitionedState(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, STATEMENTS);
        published = backend.getPartitionedState(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, PUBLISHED);
    }

    /** Reads all rows back. */
    void restore(CapabilityRows to) throws Exception {
        backend.applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, STATEMENTS, (key, state) -> {
            OfCapability capability = of(Partitions.capability(key));
            for (Map.Entry<Long, byte[]> piece : state.entries()) {
                Rows.read(piece.getValue(), to::restoreStatements);
                capability.pieces = Math.max(capability.pieces, piece.getKey());
            }
        });
        backend.applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, PUBLISHED, (_, state) -> {
            for (byte[] row : state.values()) {
                to.restorePublished(row);
            }
        });
    }

    /** Keeps an event's statement, from the next {@link #flush} on. */
    void statement(Event event) {
        OfCapability capability = of(event.statement().capability());
        if (capability.added.isEmpty()) {
            changed.add(capability);
        }
        capability.added.add(event);
    }

    /** Keeps a row of what was published under a record's key; null takes it away. */
    void published(String code, String recordKey, byte @Nullable [] row) throws Exception {
        backend.setCurrentKey(of(code).key);
        if (row == null) {
            published.remove(recordKey);
        } else {
            published.put(recordKey, row);
        }
    }

    /** Puts what was added into the state. */
    void flush() throws Exception {
        for (OfCapability capability : changed) {
            backend.setCurrentKey(capability.key);
            long last = ++capability.pieces;
            statements.put(last, Rows.of(capability.added.take()));
            for (long step = 1; last % (step * FAN_OUT) == 0; step *= FAN_OUT) {
                join(last, step);
            }
        }
        changed.clear();
    }

    private void join(long last, long step) throws Exception {
        var pieces = new ArrayList<byte[]>(FAN_OUT);
        int size = 0;
        for (long piece = last - (FAN_OUT - 1) * step; piece <= last; piece += step) {
            byte[] rows = statements.get(piece);
            if (rows != null) {
                size += rows.length;
                pieces.add(rows);
            }
        }
        if (size < LARGE) {
            for (long piece = last - (FAN_OUT - 1) * step; piece < last; piece += step) {
                statements.remove(piece);
            }
            statements.put(last, Rows.join(pieces));
        }
    }

    private OfCapability of(String code) {
        return capabilities.computeIfAbsent(code, _ -> new OfCapability(partitions.key(code)));
    }
}
