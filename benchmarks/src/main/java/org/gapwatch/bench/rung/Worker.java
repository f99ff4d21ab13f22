package org.gapwatch.bench.rung;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Java;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.bench.harness.Watch;
import org.gapwatch.bench.workload.Workload;

/**
 * A stream in a process of its own, ours or the peer's, both with the same heap and JVM options. It stays for all rounds,
 * so that its code is compiled by then, and is told on standard input what to do, a line each:
 *
 * <pre>
 *                                                     it says READY
 *   run GROUP GAPS ALERTS CHECKPOINT_MS STATE TODAY   reads the canonical topics from their start, as a new application or
 *                                                     job, and says RUNNING
 *   stop                                              ends it, and says STOPPED
 * </pre>
 */
final class Worker implements AutoCloseable {

    static final List<String> JVM = List.of("-Xmx4g", "-XX:+UseParallelGC");

    private final Process process;
    private final BufferedReader said;
    private final Writer commands;
    private final Path directory;
    private final Path log;

    private Worker(Process process, Path directory, Path log) {
        this.process = process;
        this.directory = directory;
        this.log = log;
        said = process.inputReader(StandardCharsets.UTF_8);
        commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts a main class of a class path; state goes under a directory of that name. */
    static Worker start(Bed bed, String classPath, String main, String name) throws Exception {
        Path directory = Files.createDirectories(bed.directory().resolve(name));
        Path log = bed.directory().resolve(name + ".log");
        Worker worker = new Worker(Java.start(classPath, main, JVM,
                List.of(bed.cluster().bootstrapServers(), directory.toString()), log), directory, log);
        worker.hear("READY");
        return worker;
    }

    /** Runs it once over all there is, until the right gaps and alerts are committed. */
    Measured run(Bed bed, String application, int checkpointMillis, String state) throws Exception {
        return run(bed, application, checkpointMillis, state, (outputs, measured) -> measured);
    }

    /** What is done with what was measured, while it still runs. */
    interface Then<T> {

        T apply(Outputs outputs, Measured measured) throws Exception;
    }

    /** The same, with something done at the end while it still runs. */
    <T> T run(Bed bed, String application, int checkpointMillis, String state, Then<T> then) throws Exception {
        try (Outputs outputs = Outputs.create(bed.cluster(), application)) {
            say(String.join(" ", "run", application, outputs.gaps(), outputs.alerts(),
                    Integer.toString(checkpointMillis), state, Workload.TODAY.toString()));
            hear("RUNNING");
            long start = System.nanoTime();
            Duration cpu = cpu();
            long end = Watch.await(bed.finalGaps(), bed.cluster(), outputs.gaps(), outputs.alerts(),
                    process::isAlive);
            T result = then.apply(outputs,
                    new Measured(bed.options().events(), end - start, cpu().minus(cpu).toNanos()));
            say("stop");
            hear("STOPPED");
            return result;
        } finally {
            Bed.delete(directory);
            Files.createDirectories(directory);
        }
    }

    private void say(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
    }

    private void hear(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(word)) {
                return;
            }
            if (line.startsWith("FAILED")) {
                throw new IllegalStateException(line + "; " + Files.readString(log));
            }
        }
        throw new IllegalStateException("It ended before it said " + word + ": " + Files.readString(log));
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
