package org.gapwatch.alerts.statement;

import java.time.Instant;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.contract.Event;

/**
 * What lies where in a packed event: a byte with its type and how exact its time is, the time, its key (source and id), and
 * what it states. An event is named by the index at which it begins.
 */
final class PackedEvent {

    /** 1990-01-01T00:00:00Z, before which there are no times; four bytes of seconds reach from there beyond 2100. */
    private static final long FIRST_SECOND = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
    private static final int TYPE_BITS = 4;
    private static final int MILLIS = 1 << TYPE_BITS;
    private static final int NANOS = 2 << TYPE_BITS;

    private PackedEvent() {
    }

    static void packHead(Event event, Packing out) {
        int nanos = event.time().getNano();
        boolean millis = nanos % 1_000_000 == 0;
        out.octet(event.statement().type().ordinal() | (nanos == 0 ? 0 : millis ? MILLIS : NANOS));
        long seconds = event.time().getEpochSecond() - FIRST_SECOND;
        if (seconds >>> 32 != 0) {
            throw new IllegalArgumentException("The model goes from 1990 to 2100; " + event.id() + " of "
                    + event.source() + " is of " + event.time());
        }
        out.octets(seconds, 4);
        if (nanos != 0) {
            out.octets(millis ? nanos / 1_000_000 : nanos, millis ? 2 : 4);
        }
    }

    /** The ordinal of its type. */
    static int type(byte[] bytes, int at) {
        return bytes[at] & (1 << TYPE_BITS) - 1;
    }

    /** Where its key begins. */
    static int keyStart(byte[] bytes, int at) {
        int exact = bytes[at] >> TYPE_BITS;
        return at + 5 + 2 * exact;
    }

    static Instant time(byte[] bytes, int at) {
        return Instant.ofEpochSecond(FIRST_SECOND + seconds(bytes, at), nanos(bytes, at));
    }

    /** The day on which it is known. */
    static int day(byte[] bytes, int at) {
        return (int) ((FIRST_SECOND + seconds(bytes, at)) / 86_400);
    }

    /** The month of that day. */
    static int month(byte[] bytes, int at) {
        return Months.of(day(bytes, at));
    }

    /** Compares the times of two events. */
    static int compareTimes(byte[] bytes, int at, byte[] others, int other) {
        long seconds = seconds(bytes, at);
        long otherSeconds = seconds(others, other);
        return seconds != otherSeconds
                ? Long.compare(seconds, otherSeconds)
                : Integer.compare(nanos(bytes, at), nanos(others, other));
    }

    private static long seconds(byte[] bytes, int at) {
        return bytes[at + 1] & 0xFFL | (bytes[at + 2] & 0xFFL) << 8 | (bytes[at + 3] & 0xFFL) << 16
                | (bytes[at + 4] & 0xFFL) << 24;
    }

    private static int nanos(byte[] bytes, int at) {
        int low = (bytes[at] & (MILLIS | NANOS)) == 0 ? 0 : bytes[at + 5] & 0xFF | (bytes[at + 6] & 0xFF) << 8;
        return (bytes[at] & NANOS) == 0
                ? low * 1_000_000
                : low | (bytes[at + 7] & 0xFF) << 16 | (bytes[at + 8] & 0xFF) << 24;
    }
}
