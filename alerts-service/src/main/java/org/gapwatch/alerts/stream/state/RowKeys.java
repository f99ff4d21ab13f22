package org.gapwatch.alerts.stream.state;

import org.apache.kafka.common.utils.Bytes;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.stream.publication.Change;

/** The keys of rows. The first byte tells the kind. */
final class RowKeys {

    /** Statements; no two rows have the same key. The kinds 1 to 4 were of forms before the first release. */
    static final int STATEMENTS = 5;
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

    /** The key of a partition's row of statements with that number. */
    static Bytes statements(long number) {
        return Bytes.wrap(new RowWriter().octet(STATEMENTS).unsigned(number).toBytes());
    }

    /** The number of a row of statements. */
    static long number(byte[] key) {
        var row = new RowReader(key);
        row.octet();
        return row.unsigned();
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
