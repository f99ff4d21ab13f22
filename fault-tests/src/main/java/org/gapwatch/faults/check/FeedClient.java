package org.gapwatch.faults.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.faults.system.Wait;
import org.jspecify.annotations.Nullable;

/**
 * Invariant 4: a client of the feed that reconnects through all of it has seen exactly the records of the topic, each
 * once, in order. It begins before there is any.
 */
public final class FeedClient implements AutoCloseable {

    /** Heartbeats come every 15 s; who sends none for longer is taken to be gone. */
    private static final int SILENCE_MILLIS = 25_000;
    private static final int CONNECT_MILLIS = 5_000;
    private static final long AGAIN_AFTER_MILLIS = 300;

    private final Supplier<URI> address;
    private final Thread thread;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;
    private volatile @Nullable HttpURLConnection connection;
    private volatile @Nullable String lastEventId;
    private volatile int resets;
    private volatile int connections;

    /** Connects to an address, asked for anew each time. */
    public FeedClient(Supplier<URI> address) {
        this.address = address;
        thread = Thread.ofPlatform().daemon().name("feed-client").start(this::run);
    }

    /** Waits for the end of the first snapshot. */
    public void awaitSnapshot() throws InterruptedException {
        Wait.until("the feed has sent its snapshot", () -> lastEventId != null);
    }

    /** Breaks the connection; it comes again by itself. */
    public void disconnect() {
        HttpURLConnection current = connection;
        if (current != null) {
            current.disconnect();
        }
    }

    /** How often it connected. */
    public int connections() {
        return connections;
    }

    private void run() {
        try {
            while (open) {
                try {
                    connect();
                } catch (IOException e) {
                    // Whoever is away comes back.
                }
                TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws IOException {
        HttpURLConnection http = (HttpURLConnection) address.get().toURL().openConnection();
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setReadTimeout(SILENCE_MILLIS);
        http.setRequestProperty("Accept", "text/event-stream");
        if (lastEventId != null) {
            http.setRequestProperty("Last-Event-ID", lastEventId);
        }
        connection = http;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(http.getInputStream(), StandardCharsets.UTF_8))) {
            connections++;
            read(lines);
        } finally {
            http.disconnect();
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String id = lastEventId;
        String event = "message";
        String data = "";
        for (String line = lines.readLine(); line != null && open; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty()) {
                dispatch(event, data);
                // Only now: what is cut off in the middle comes again.
                lastEventId = id;
                event = "message";
                data = "";
            }
        }
    }

    private void dispatch(String event, String data) {
        switch (event) {
            case "alert" -> received.add(data);
            case "reset" -> resets++;
            default -> {
            }
        }
    }

    /** How many records it has seen. */
    public int seen() {
        return received.size();
    }

    void check(List<ConsumerRecord<byte[], byte[]>> alerts, Findings findings) {
        List<String> seen = new ArrayList<>(received);
        if (resets > 0) {
            findings.wrong("the feed was reset " + resets + " times");
        }
        for (int i = 0; i < Math.max(seen.size(), alerts.size()); i++) {
            if (i >= seen.size()) {
                findings.lost("the feed has not sent the last " + (alerts.size() - i) + " records of " + alerts.size());
                return;
            }
            if (i >= alerts.size()) {
                findings.duplicated("the feed has sent " + (seen.size() - i) + " records more than there are");
                return;
            }
            String right = new String(alerts.get(i).value(), StandardCharsets.UTF_8);
            if (!right.equals(seen.get(i))) {
                findings.wrong("record " + i + " of the feed is " + seen.get(i) + " instead of " + right);
                return;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        disconnect();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
