package org.gapwatch.bench.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * As much as a benchmark has to know of a stream of events that comes in chunks: where the snapshot ends, and the number
 * that each later event has between two #.
 */
final class SseParser {

    private static final byte[] SNAPSHOT_END = "event: snapshot-end".getBytes(StandardCharsets.US_ASCII);
    private static final int END_OF_HEAD = 4;

    private enum Place {
        HEAD, SIZE, DATA, AFTER_DATA
    }

    private final Runnable snapshotEnd;
    private final LongConsumer event;
    private Place place = Place.HEAD;
    /** In the head, how much of the empty line at its end was seen. */
    private int ending;
    private int left;
    private boolean live;
    private int matched;
    private boolean inNumber;
    private long number;

    SseParser(Runnable snapshotEnd, LongConsumer event) {
        this.snapshotEnd = snapshotEnd;
        this.event = event;
    }

    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            switch (place) {
                case HEAD -> {
                    ending = b == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : 0;
                    place = ending == END_OF_HEAD ? Place.SIZE : Place.HEAD;
                }
                case SIZE -> size(b);
                case DATA -> {
                    data(b);
                    left--;
                    if (live && !inNumber) {
                        skipToNumber(bytes);
                    }
                    place = left == 0 ? Place.AFTER_DATA : Place.DATA;
                }
                case AFTER_DATA -> place = b == '\n' ? Place.SIZE : Place.AFTER_DATA;
            }
        }
    }

    /** Nearly all bytes are passed over here, or the clients would take the time that the server is to have. */
    private void skipToNumber(ByteBuffer bytes) {
        int start = bytes.position();
        int end = start + Math.min(left, bytes.remaining());
        int at = start;
        while (at < end && bytes.get(at) != '#') {
            at++;
        }
        bytes.position(at);
        left -= at - start;
    }

    private void size(byte b) {
        if (b == '\n') {
            place = Place.DATA;
        } else if (b != '\r') {
            left = left * 16 + Character.digit(b, 16);
        }
    }

    private void data(byte b) {
        if (!live) {
            matched = b == SNAPSHOT_END[matched] ? matched + 1 : b == SNAPSHOT_END[0] ? 1 : 0;
            if (matched == SNAPSHOT_END.length) {
                live = true;
                snapshotEnd.run();
            }
        } else if (b == '#') {
            if (inNumber) {
                event.accept(number);
            }
            inNumber = !inNumber;
            number = 0;
        } else if (inNumber) {
            number = number * 10 + b - '0';
        }
    }
}
