package org.gapwatch.alerts.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The stream in a process of its own, so that it can be killed. */
final class StreamProcess {

    private StreamProcess() {
    }

    static Process start(String bootstrapServers, Path stateDirectory, LocalDate today, Path log) throws IOException {
        return new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-cp", System.getProperty("java.class.path"), StreamProcess.class.getName(), bootstrapServers,
                        stateDirectory.toString(), today.toString()))
                .redirectErrorStream(true).redirectOutput(log.toFile())
                .start();
    }

    static StreamSettings settings(Path stateDirectory) {
        return StreamSettings.single("killed", stateDirectory, "the-only-one");
    }

    public static void main(String[] arguments) throws InterruptedException {
        var stream = new AlertsStream(settings(Path.of(arguments[1])), OutputTopics.USUAL,
                Map.of("bootstrap.servers", arguments[0]), BrokerFixture.noon(LocalDate.parse(arguments[2])),
                new SimpleMeterRegistry());
        stream.start();
        Thread.currentThread().join();
    }
}
