package org.gapwatch.faults.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that is started again and again. Not safe for use by several threads, but for {@link #alive()}. */
public abstract class Node implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final String name;
    private final Path directory;
    private volatile @Nullable Process process;
    private int starts;

    Node(String name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    /** Starts the process; its errors go to that file. */
    abstract Process launch(Path log) throws IOException;

    /** What it is called in logs. */
    public final String name() {
        return name;
    }

    /** Starts it, and does not wait for anything. */
    public final void start() throws IOException {
        if (alive()) {
            throw new IllegalStateException(name + " runs already");
        }
        starts++;
        process = launch(log());
    }

    /** Where the latest start's errors and log are. */
    public final Path log() {
        return directory.resolve(name + "." + starts + ".log");
    }

    /** Waits for a line of its output that matches. */
    final void awaitLine(String pattern) throws IOException {
        BufferedReader lines = running().inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches(pattern)) {
                return;
            }
        }
        throw new IOException(name + " ended while it started; see " + log());
    }

    /** Whether the process is there, working or not. */
    public final boolean alive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** kill -9. */
    public final void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** A clean stop; killed where it takes longer than a minute, which is told as an error. */
    public final void stop() throws InterruptedException {
        Process stopping = running();
        stopping.destroy();
        if (!stopping.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException(name + " did not stop within " + PATIENCE_SECONDS + " s; see " + log());
        }
    }

    /** Waits until it ended by itself; false where it has not. */
    public final boolean awaitEnd() throws InterruptedException {
        return running().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** SIGSTOP: it stands still, and does not know. */
    public final void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    public final void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Its number for the operating system. */
    public final long pid() {
        return running().pid();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int answer = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).start().waitFor();
        if (answer != 0) {
            throw new IllegalStateException("kill -" + signal + " of " + name + " ended with " + answer);
        }
    }

    private Process running() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return current;
    }

    @Override
    public final void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
