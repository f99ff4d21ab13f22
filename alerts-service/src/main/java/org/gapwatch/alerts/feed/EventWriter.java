package org.gapwatch.alerts.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the event stream format of the HTML Standard, section "Server-sent events". */
final class EventWriter {

    private static final byte[] RETRY = "retry: 2000\n\n".getBytes(UTF_8);
    private static final byte[] HEARTBEAT = "event: heartbeat\ndata: {}\n\n".getBytes(UTF_8);
    private static final byte[] RESET = "event: reset\ndata: {}\n\n".getBytes(UTF_8);

    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    /** How long a client that lost us waits before it comes again. */
    void retry() throws IOException {
        out.write(RETRY);
    }

    /** Nothing is new, and the client is still served; an event and no comment, so that a page in a browser hears it. */
    void heartbeat() throws IOException {
        out.write(HEARTBEAT);
        out.flush();
    }

    /** What the client has is void: a snapshot follows. */
    void reset() throws IOException {
        out.write(RESET);
    }

    void snapshot(Snapshot snapshot) throws IOException {
        for (var event : snapshot.active()) {
            out.write(event.body());
        }
        out.write(
                ("id: " + snapshot.id().text() + "\nevent: snapshot-end\ndata: {\"active\":" + snapshot.alerts()
                        + "}\n\n").getBytes(UTF_8));
        out.flush();
    }

    void event(EventId id, FeedEvent event) throws IOException {
        out.write(("id: " + id.text() + "\n").getBytes(UTF_8));
        out.write(event.body());
    }

    void flush() throws IOException {
        out.flush();
    }
}
