package org.gapwatch.border.check;

import org.gapwatch.contract.codec.Reading;

/**
 * What an id stands for, in 64 bits: type, data as a JSON value, and time. A time that was filled in, because the person
 * who sent the event gave none, is no part of it: sent again, the same body would get another one.
 */
public final class Content {

    private static final long NO_TIME = 0x9E3779B97F4A7C15L;

    private Content() {
    }

    /** The content of an event. */
    public static long of(Reading.Accepted reading, boolean timeDefaulted) {
        if (timeDefaulted) {
            return reading.contentHash() ^ NO_TIME;
        }
        long time = reading.event().time().getEpochSecond() * 1_000_000_007L + reading.event().time().getNano();
        return reading.contentHash() * 31 + time * NO_TIME;
    }
}
