package org.gapwatch.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Predicate;
import org.gapwatch.local.UsageException;
import org.jspecify.annotations.Nullable;

/** Reads the feed of alerts (server-sent events); after a broken connection it resumes behind the last event seen, with nothing lost. */
public final class Feed {

    private static final Duration BEFORE_RECONNECTING = Duration.ofSeconds(1);

    private final Api alerts;
    private @Nullable String lastId;

    public Feed(Api alerts) {
        this.alerts = alerts;
    }

    /**
     * Gives every event to the reader, until it answers false.
     *
     * @throws UsageException where the feed cannot be reached at first; once it could, it is tried again without limit
     */
    public void read(Predicate<FeedEvent> reader) throws InterruptedException {
        var reached = false;
        while (true) {
            try {
                if (!readOnce(reader)) {
                    return;
                }
                reached = true;
            } catch (IOException | UncheckedIOException e) {
                if (!reached && lastId == null) {
                    throw alerts.unreachable(e instanceof IOException io ? io : new IOException(e));
                }
            }
            Thread.sleep(BEFORE_RECONNECTING);
        }
    }

    private boolean readOnce(Predicate<FeedEvent> reader) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(alerts.address().resolve("/api/alerts/stream")).header("Accept",
                "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        var response = alerts.http().send(request.build(), BodyHandlers.ofLines());
        try (var lines = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the feed answered " + response.statusCode());
            }
            return parse(lines.iterator(), reader);
        }
    }

    private boolean parse(Iterator<String> lines, Predicate<FeedEvent> reader) {
        var name = "message";
        var data = new StringBuilder();
        @Nullable
        String id = null;
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.isEmpty()) {
                if (!data.isEmpty() && !reader.test(new FeedEvent(name, data.toString()))) {
                    return false;
                }
                lastId = id == null ? lastId : id;
                name = "message";
                data.setLength(0);
                id = null;
            } else if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(value(line));
            } else if (line.startsWith("id:")) {
                id = value(line);
            }
        }
        return true;
    }

    private static String value(String line) {
        var value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
