package org.gapwatch.local.compose;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Processes that a test started, each with its output in a file. Closing stops them, the last one first. */
final class Processes implements AutoCloseable {

    /** How long one may take to start or to stop: far more than it does, for a machine that is busy. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Process> running = new ArrayList<>();
    private final Path folder;

    Processes(Path folder) {
        this.folder = folder;
    }

    /** The Java of this test. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts a process; what it prints goes to a file of its name. Of our own variables it sees those given only. */
    Process start(String name, Path workingFolder, Map<String, String> environment, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true)
                .redirectOutput(output(name).toFile());
        builder.environment().keySet().removeIf(key -> key.matches("(GAPWATCH|KAFKA|MONGODB|SPRING)_.*"));
        builder.environment().putAll(environment);
        var process = builder.start();
        running.add(process);
        return process;
    }

    /** Runs a process to its end, and tells its exit code. */
    int run(String name, Path workingFolder, List<String> command) throws IOException, InterruptedException {
        var process = start(name, workingFolder, Map.of(), command);
        var ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return ended ? process.exitValue() : -1;
    }

    /** Waits until a process has printed what fits. */
    String awaitOutput(String name, Pattern pattern) {
        return await("output of " + name).atMost(PATIENCE)
                .until(() -> pattern.matcher(printed(name)).results().map(MatchResult::group).toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** What a process has printed so far. */
    String printed(String name) {
        try {
            return Files.readString(output(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output(String name) {
        return folder.resolve(name + ".log");
    }

    @Override
    public void close() {
        for (var process : running.reversed()) {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
