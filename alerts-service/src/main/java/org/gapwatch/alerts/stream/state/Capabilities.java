package org.gapwatch.alerts.stream.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gapwatch.alerts.statement.Scratch;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/** The heap of a {@link CapabilityStore}: capabilities by code. */
final class Capabilities {

    private final Map<String, TrackedCapability> byCode = new LinkedHashMap<>();
    private final Scratch scratch = new Scratch();
    private final Texts texts = new Texts();
    /** The number of the next row of statements. */
    private long nextRow;

    Set<String> codes() {
        return Collections.unmodifiableSet(byCode.keySet());
    }

    boolean add(Event event) {
        return tracked(event.statement().capability()).add(event);
    }

    TrackedCapability get(String code) {
        TrackedCapability tracked = byCode.get(code);
        if (tracked == null) {
            throw new IllegalArgumentException("No event of the capability " + code + " was added");
        }
        return tracked;
    }

    /** Takes a row from the changelog; a null value takes the row back. */
    void restore(byte[] keyBytes, byte @Nullable [] value) {
        int kind = keyBytes[0];
        if (kind < RowKeys.STATEMENTS) {
            throw new IllegalStateException(
                    "A changelog row has the form of versions before the first release; process the"
                            + " canonical topics anew under another application id (docs/operations.md)");
        }
        if (kind == RowKeys.STATEMENTS) {
            if (value != null) {
                StatementBlock.read(value, texts,
                        (capability, row, from, to) -> tracked(capability).restore(row, from, to));
                nextRow = Math.max(nextRow, RowKeys.number(keyBytes) + 1);
            }
            return;
        }
        RowKeys.Published key = RowKeys.published(new RowReader(keyBytes), texts);
        var measure = tracked(key.capability()).published.of(key.measure());
        switch (kind) {
            case RowKeys.HEAD -> measure.head(value == null ? null : PublishedRow.head(new RowReader(value)));
            case RowKeys.YEAR -> {
                if (value == null) {
                    measure.years().remove((int) key.number());
                } else {
                    measure.years().put((int) key.number(), PublishedRow.year(new RowReader(value)));
                }
            }
            case RowKeys.ALERT -> {
                if (value != null) {
                    var alert = PublishedRow.alert(new RowReader(value));
                    measure.alerts().put(alert.alert().openedOn(), alert);
                }
            }
            default -> throw new IllegalStateException("A changelog row has the unknown kind " + kind);
        }
    }

    /** A number for a row of statements that no other one has. */
    long newRow() {
        return nextRow++;
    }

    void clear() {
        byCode.clear();
        nextRow = 0;
        texts.clear();
    }

    private TrackedCapability tracked(String code) {
        return byCode.computeIfAbsent(code, created -> new TrackedCapability(created, scratch, texts));
    }
}
