package org.gapwatch.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of {@code GET /api/alerts/stream} that remembers when it first saw which alert. */
final class AlertFeed implements AutoCloseable {

    private static final Pattern CAPABILITY = Pattern.compile("\"capability\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final CountDownLatch live = new CountDownLatch(1);
    private volatile boolean closed;

    /** Connects, and returns once the snapshot is over. */
    static AlertFeed connect(int port) throws IOException, InterruptedException {
        AlertFeed feed = new AlertFeed();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/alerts/stream"))
                .header("Accept", "text/event-stream").build();
        HttpResponse<Stream<String>> response = feed.client.send(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("The alert stream answered " + response.statusCode());
        }
        Thread.ofPlatform().daemon().name("bench-feed").start(() -> feed.read(response.body()));
        if (!feed.live.await(30, TimeUnit.SECONDS)) {
            throw new IOException("The alert stream sent no snapshot-end within 30 s");
        }
        return feed;
    }

    private void read(Stream<String> lines) {
        try {
            lines.forEach(this::line);
        } catch (UncheckedIOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private void line(String line) {
        long now = System.nanoTime();
        if (line.startsWith("event:") && line.endsWith("snapshot-end")) {
            live.countDown();
        } else if (line.startsWith("data:")) {
            Matcher capability = CAPABILITY.matcher(line);
            if (capability.find()) {
                seenAt.putIfAbsent(capability.group(1), now);
            }
        }
    }

    /** When an alert of the capability was first seen, by {@link System#nanoTime()}; null where none was yet. */
    @Nullable
    Long seenAt(String capability) {
        return seenAt.get(capability);
    }

    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
    }
}
