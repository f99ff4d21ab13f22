package org.gapwatch.alerts.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Reads an event stream as the HTML Standard says, and keeps what it got. */
final class SseClient implements AutoCloseable {

    /** An event; the id is the one that was last set by then. */
    record Received(@Nullable String id, String event, String data) {
    }

    final List<Received> received = new CopyOnWriteArrayList<>();
    final List<String> heartbeats = new CopyOnWriteArrayList<>();
    volatile @Nullable String lastEventId;
    volatile boolean ended;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread thread;

    SseClient(URI uri, @Nullable String lastEventId) throws IOException, InterruptedException {
        this.lastEventId = lastEventId;
        var request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        thread = Thread.ofVirtual()
                .start(() -> read(new BufferedReader(new InputStreamReader(response.body(), UTF_8))));
    }

    private void read(BufferedReader lines) {
        try (lines) {
            String event = "message";
            var data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (event.equals("heartbeat")) {
                        heartbeats.add(data.toString());
                    } else if (!data.isEmpty()) {
                        received.add(new Received(lastEventId, event, data.toString()));
                    }
                    event = "message";
                    data.setLength(0);
                } else if (line.startsWith("id: ")) {
                    lastEventId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        } catch (IOException e) {
            // Cut off, by us or by the server.
        } finally {
            ended = true;
        }
    }

    List<String> data(String event) {
        return received.stream().filter(each -> each.event().equals(event)).map(Received::data).toList();
    }

    List<String> events() {
        return received.stream().map(Received::event).toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
