package org.gapwatch.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gapwatch.bench.harness.Java;
import org.jspecify.annotations.Nullable;

/** Clients of a feed, all in one process of their own. */
final class SseClients implements AutoCloseable {

    private static final long LIMIT_MINUTES = 5;

    private final Process process;
    private final BufferedReader output;

    private SseClients(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Connects so many, each to have so many alerts; returns once each has had the end of its snapshot. */
    static SseClients connect(int port, int clients, int alerts, Path directory) throws IOException {
        SseClients all = new SseClients(Java.start(SseClientsProcess.class, List.of("-Xmx256m"),
                List.of(String.valueOf(port), String.valueOf(clients), String.valueOf(alerts)),
                directory.resolve("sse-clients.log")));
        all.line(SseClientsProcess.CONNECTED);
        return all;
    }

    /** Waits until each client has had its alerts; milliseconds from writing each alert until the last client had it. */
    List<Double> latencies() throws IOException {
        List<Double> millis = new ArrayList<>();
        for (String micros : line("").split(" ", -1)) {
            millis.add(Long.parseLong(micros) / 1e3);
        }
        return millis;
    }

    private String line(String beginning) throws IOException {
        String line = CompletableFuture.supplyAsync(this::read).completeOnTimeout(null, LIMIT_MINUTES, TimeUnit.MINUTES)
                .join();
        if (line == null || !line.startsWith(beginning)) {
            throw new IOException("The clients failed, see sse-clients.log: " + line);
        }
        return line;
    }

    private @Nullable String read() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
