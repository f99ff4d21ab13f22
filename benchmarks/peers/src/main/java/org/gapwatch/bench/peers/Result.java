package org.gapwatch.bench.peers;

import org.jspecify.annotations.Nullable;

/**
 * A record to write.
 *
 * @param key null for none
 * @param value null takes the key back
 * @param partition of the topic; -1 for any
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Result(Output output, @Nullable String key, byte @Nullable [] value, int partition) {

    /** A partition chosen by the producer. */
    static final int ANY = -1;

    /** Which topic it goes to. */
    enum Output {
        GAPS, ALERTS, REJECTIONS
    }
}
