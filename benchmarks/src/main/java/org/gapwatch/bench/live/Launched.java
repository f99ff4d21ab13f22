package org.gapwatch.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@code ./gapwatch} command that was started on free ports; its output is followed, and closing ends it. */
final class Launched implements AutoCloseable {

    private static final Map<String, String> FREE_PORTS = Map.of(
            "GAPWATCH_KAFKA_PORT", "0",
            "GAPWATCH_MONGODB_PORT", "0",
            "GAPWATCH_PRODUCTION_PORT", "0",
            "GAPWATCH_PROCUREMENT_PORT", "0",
            "GAPWATCH_ALERTS_PORT", "0");

    private final Process process;
    private final BufferedReader output;
    private final long start;

    private Launched(Process process, long start) {
        this.process = process;
        this.start = start;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Launched start(Path launcher, String command, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                List.of(launcher.toString(), command, "--data", data.resolve("data").toString()));
        builder.environment().putAll(FREE_PORTS);
        builder.redirectError(data.resolve("errors.log").toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Launched(process, start);
    }

    /** Seconds from the start until a line with that sign was printed. */
    double secondsUntil(String sign) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(sign)) {
                return (System.nanoTime() - start) / 1e9;
            }
        }
        throw new IOException("It ended before it printed \"" + sign + "\"");
    }

    /** Resident memory; the launcher has become the Java process by now. Not a number but on Linux. */
    double residentBytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) * 1024).findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
