package org.gapwatch.faults.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.faults.system.Wait;
import org.jspecify.annotations.Nullable;

/**
 * Invariant 4: a client of the feed that reconnects through all of it has seen exactly the records of the topic, each
 * once, in order; all of them, or a snapshot of what was active and every record after it.
 */
public final class FeedClient implements AutoCloseable {

    /** Heartbeats come every 15 s; who sends none for longer is taken to be gone. */
    private static final int SILENCE_MILLIS = 25_000;
    private static final int CONNECT_MILLIS = 5_000;
    private static final long AGAIN_AFTER_MILLIS = 300;

    /** How fast a client reads. */
    public enum Speed {
        /** As fast as it can. */
        FULL,
        /** Far slower than events come, until it is told to hurry. */
        SLOW
    }

    private static final long SLOW_MILLIS = 100;

    private final Supplier<URI> address;
    private final Thread thread;
    private final List<String> snapshot = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;
    private volatile @Nullable Socket connection;
    private volatile @Nullable String lastEventId;
    private volatile int resets;
    private volatile Speed speed;

    /** Connects to an address, asked for anew each time. */
    public FeedClient(Supplier<URI> address, Speed speed) {
        this.address = address;
        this.speed = speed;
        thread = Thread.ofPlatform().daemon().name("feed-client").start(this::run);
    }

    /** Waits for the end of the first snapshot. */
    public void awaitSnapshot() throws InterruptedException {
        Wait.until("the feed has sent its snapshot", () -> lastEventId != null);
    }

    /** From now on it is not slow. */
    public void hurry() {
        speed = Speed.FULL;
    }

    /** Breaks the connection, also while it is read; it comes again by itself. */
    public void disconnect() {
        Socket current = connection;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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

    private void connect() throws IOException, InterruptedException {
        URI uri = address.get();
        String last = lastEventId;
        if (last == null) {
            snapshot.clear();
        }
        try (Socket socket = new Socket()) {
            connection = socket;
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(request(uri, last).getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = lines.readLine();
            if (status == null || !status.contains(" 200 ")) {
                throw new IOException("The feed answered " + status);
            }
            for (String header = status; header != null && !header.isEmpty();) {
                header = lines.readLine();
            }
            read(lines);
        }
    }

    /** As of HTTP/1.0, so that what is answered comes as it is, and not in chunks. */
    private static String request(URI uri, @Nullable String lastEventId) {
        return "GET " + uri.getRawPath() + " HTTP/1.0\r\nHost: " + uri.getAuthority()
                + "\r\nAccept: text/event-stream\r\n"
                + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
    }

    private void read(BufferedReader lines) throws IOException, InterruptedException {
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
                if (speed == Speed.SLOW) {
                    TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
                }
            }
        }
    }

    private void dispatch(String event, String data) {
        switch (event) {
            case "alert" -> (lastEventId == null ? snapshot : received).add(data);
            case "reset" -> resets++;
            default -> {
            }
        }
    }

    void check(List<ConsumerRecord<byte[], byte[]>> alerts, boolean fromTheFirst, Findings findings) {
        if (resets > 0) {
            findings.wrong("the feed was reset " + resets + " times");
        }
        check(alerts, List.copyOf(snapshot), List.copyOf(received), fromTheFirst, findings);
    }

    /**
     * Compares what a client has seen with the records of the topic.
     *
     * @param fromTheFirst whether it was there before there was anything
     */
    static void check(List<ConsumerRecord<byte[], byte[]>> alerts, List<String> snapshot, List<String> seen,
            boolean fromTheFirst, Findings findings) {
        List<String> told = alerts.stream().map(alert -> new String(alert.value(), StandardCharsets.UTF_8)).toList();
        if (seen.size() > told.size()) {
            findings.duplicated("the feed has sent " + (seen.size() - told.size()) + " records more than there are");
            return;
        }
        int before = told.size() - seen.size();
        Map<String, String> active = new TreeMap<>();
        for (int i = 0; i < before; i++) {
            String id = new String(alerts.get(i).key(), StandardCharsets.UTF_8);
            if (Json.read(told.get(i)).path("status").asString("").equals("ACTIVE")) {
                active.put(id, told.get(i));
            } else {
                active.remove(id);
            }
        }
        if (fromTheFirst && before > 0 || !Set.copyOf(active.values()).equals(Set.copyOf(snapshot))) {
            findings.lost("the feed has sent a snapshot of " + snapshot.size() + " and " + seen.size()
                    + " records of " + told.size() + ", before which " + active.size() + " are active");
        }
        for (int i = 0; i < seen.size(); i++) {
            if (!told.get(before + i).equals(seen.get(i))) {
                findings.wrong("record " + i + " of the feed is " + seen.get(i) + " instead of "
                        + told.get(before + i));
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
