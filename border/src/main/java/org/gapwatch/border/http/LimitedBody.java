package org.gapwatch.border.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;

/** Reads a request's body no further than a limit. */
public final class LimitedBody {

    /** In bytes. */
    private static final int LONGEST_CHARACTER = 4;

    private LimitedBody() {
    }

    /** The body; of an event that is too large, a little more than the limit, and whole characters. */
    static byte[] readEvent(HttpServletRequest request) throws IOException {
        byte[] body = read(request, EventReader.MAX_EVENT_BYTES + LONGEST_CHARACTER);
        if (body.length <= EventReader.MAX_EVENT_BYTES + LONGEST_CHARACTER) {
            return body;
        }
        int end = body.length - 1;
        while (end > EventReader.MAX_EVENT_BYTES + 1 && (body[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(body, end);
    }

    /** Reads an event from a body; that one which is too large ends where it was cut off is not told as its problem. */
    static Reading reading(byte[] body, Function<byte[], Reading> reader) {
        Reading reading = reader.apply(body);
        if (body.length <= EventReader.MAX_EVENT_BYTES || !(reading instanceof Reading.Rejected rejected)) {
            return reading;
        }
        return new Reading.Rejected(rejected.source(), rejected.id(), rejected.problems().stream()
                .filter(problem -> problem.code() != ProblemCode.NOT_JSON).toList());
    }

    /** The body; of one that is longer than the limit, one byte more than that. */
    public static byte[] read(HttpServletRequest request, int limit) throws IOException {
        return request.getInputStream().readNBytes(limit + 1);
    }
}
