package org.gapwatch.bench.live;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Many clients of a feed on one thread: {@code PORT CLIENTS ALERTS}. Says when all have their snapshot; once each has had
 * so many alerts, prints for each alert the microseconds from its writing until the last client had it, and stays
 * connected.
 */
final class SseClientsProcess {

    static final String CONNECTED = "connected";

    private static final int CONNECTING_AT_A_TIME = 20;

    /** How many clients have an alert, and when the last of them had it. */
    private static final class Arrival {
        private int clients;
        private long lastAt;
    }

    private final Selector selector;
    private final int clients;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    /** By the time at which the alert was written. */
    private final Map<Long, Arrival> alerts = new LinkedHashMap<>();
    private int snapshots;
    private int complete;

    private SseClientsProcess(Selector selector, int clients) {
        this.selector = selector;
        this.clients = clients;
    }

    public static void main(String[] arguments) throws IOException {
        try (Selector selector = Selector.open()) {
            new SseClientsProcess(selector, Integer.parseInt(arguments[1])).run(Integer.parseInt(arguments[0]),
                    Integer.parseInt(arguments[2]));
        }
    }

    private void run(int port, int wanted) throws IOException {
        for (int connected = 0; connected < clients; connected++) {
            connect(port);
            while (snapshots < connected - CONNECTING_AT_A_TIME) {
                read();
            }
        }
        while (snapshots < clients) {
            read();
        }
        System.out.println(CONNECTED);
        while (complete < wanted) {
            read();
        }
        System.out.println(alerts.entrySet().stream().map(alert -> alert.getValue().lastAt - alert.getKey())
                .map(String::valueOf).collect(Collectors.joining(" ")));
        while (selector.isOpen()) {
            read();
        }
    }

    private void connect(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer
                .wrap("GET /api/alerts/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new SseParser(() -> snapshots++, this::alert));
    }

    private void alert(long writtenAt) {
        Arrival arrival = alerts.computeIfAbsent(writtenAt, _ -> new Arrival());
        if (++arrival.clients == clients) {
            arrival.lastAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            complete++;
        }
    }

    private void read() throws IOException {
        selector.select(key -> {
            try {
                buffer.clear();
                if (((SocketChannel) key.channel()).read(buffer) < 0) {
                    throw new EOFException("The server ended a stream");
                }
                ((SseParser) key.attachment()).read(buffer.flip());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
