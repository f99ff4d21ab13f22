package org.gapwatch.local.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A program of the machine, started as a process; its output is gathered as it comes. */
final class Program implements AutoCloseable {

    private static final long SECONDS = 120;

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    private Program(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(() -> gather(process.inputReader(StandardCharsets.UTF_8)));
    }

    /** Skips the test, saying why, where the program is not installed. */
    static void assumeInstalled(String name) {
        var found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(found, name + " is not installed");
    }

    static Program start(Path directory, Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Program(builder.start());
    }

    /** Runs a program to its end, with a text as its input; fails where its exit code is not 0. */
    static List<String> run(Path directory, String input, List<String> command)
            throws IOException, InterruptedException {
        try (var program = start(directory, Map.of(), command)) {
            program.input(input);
            if (program.exitCode() != 0) {
                throw new AssertionError(command + " failed: " + program.output());
            }
            return program.output();
        }
    }

    /** Writes all that the program's input shall be. */
    void input(String text) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + SECONDS + " s: " + output);
        }
        reader.join();
        return process.exitValue();
    }

    /** The lines so far. */
    List<String> output() {
        return List.copyOf(output);
    }

    /** As Ctrl-C and {@code kill} do. */
    void terminate() {
        process.destroy();
    }

    private void gather(BufferedReader lines) {
        lines.lines().forEach(output::add);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
