package org.gapwatch.bench.peers;

import org.gapwatch.contract.Event;

/** What a record of a canonical topic is. */
sealed interface Canonical {

    /** An event in its place, and when the broker wrote it, in milliseconds since the epoch. */
    record Valid(Event event, long writtenAt) implements Canonical {
    }

    /** Something else, as a record for the topic of the rejections. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Garbage(byte[] rejection) implements Canonical {
    }
}
