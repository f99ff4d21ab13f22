package org.gapwatch.border.submit;

import java.util.UUID;

/** Names a request, in its answer and in its rejections. */
public final class RequestId {

    /** The header of the answer that bears it. */
    public static final String HEADER = "X-Request-Id";

    private RequestId() {
    }

    /** An id that nobody had before. */
    public static String next() {
        return UUID.randomUUID().toString();
    }
}
