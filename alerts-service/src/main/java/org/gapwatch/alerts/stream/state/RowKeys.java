package org.gapwatch.alerts.stream.state;

import org.apache.kafka.common.utils.Bytes;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.contract.Event;

/** The keys of rows. The first byte tells the kind: that of a statement's entity, or one of those below. */
final class RowKeys {

    /** The head of a gap, as published. */
    static final int HEAD = 11;
    /** A year of a gap's series, as published. */
    static final int YEAR = 12;
    /** An alert, as published. */
    static final int ALERT = 13;

    private RowKeys() {
    }

    /**
     * The key of a published row.
     *
     * @param number the year, or the epoch day on which the alert opened; 0 for a head
     */
    record Published(String capability, Measure measure, long number) {
    }

    static Bytes of(Event event) {
        var row = new RowWriter();
        StatementRow.key(event, row);
        return Bytes.wrap(row.toBytes());
    }

    static Bytes of(String capability, Change change) {
        int kind = switch (change) {
            case Change.OfHead _ -> HEAD;
            case Change.OfYear _ -> YEAR;
            case Change.OfAlert _ -> ALERT;
        };
        long number = switch (change) {
            case Change.OfHead _ -> 0;
            case Change.OfYear year -> year.year();
            case Change.OfAlert alert -> alert.published().alert().openedOn().toEpochDay();
        };
        return Bytes.wrap(new RowWriter().octet(kind).text(capability).octet(Codes.of(change.measure())).signed(number)
                .toBytes());
    }

    static Published published(RowReader key, Texts texts) {
        key.octet();
        return new Published(texts.shared(key.text()), Codes.named(key.octet(), Measure.values(), Codes::of),
                key.signed());
    }
}
