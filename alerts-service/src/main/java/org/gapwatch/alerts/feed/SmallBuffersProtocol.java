package org.gapwatch.alerts.feed;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP with small buffers. Tomcat keeps a connection's buffers for as long as its request lasts, which here may be a day:
 * with those of its own size, a client of the stream takes twice the memory.
 */
public final class SmallBuffersProtocol extends Http11NioProtocol {

    private static final int READ_BUFFER = 1_024;
    private static final int RESPONSE_BUFFER = 512;
    private static final int TRAILER = 1_024;

    /** Made by Tomcat, by name. */
    public SmallBuffersProtocol() {
        setProperty("socket.appReadBufSize", String.valueOf(READ_BUFFER));
        // Not on the heap, from where each write would copy it; large enough for what comes at a time.
        setProperty("socket.directBuffer", "true");
        setMaxTrailerSize(TRAILER);
    }

    @Override
    public int getDesiredBufferSize() {
        return RESPONSE_BUFFER;
    }
}
