package org.gapwatch.border.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads a request's body no further than a limit. */
public final class LimitedBody {

    private LimitedBody() {
    }

    /** The body; of one that is longer than the limit, one byte more than that. */
    public static byte[] read(HttpServletRequest request, int limit) throws IOException {
        return request.getInputStream().readNBytes(limit + 1);
    }
}
