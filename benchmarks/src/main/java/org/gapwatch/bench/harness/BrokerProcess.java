package org.gapwatch.bench.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.embedded.EmbeddedKafka;

/** The embedded broker in a process of its own, so that what it costs is not counted with what is measured. */
final class BrokerProcess implements AutoCloseable {

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static BrokerProcess start(Path directory) throws IOException {
        Process process = Java.start(EmbeddedKafka.class, List.of("-Xmx1g"), List.of(directory.toString()),
                directory.resolveSibling("broker.log"));
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches("127\\.0\\.0\\.1:\\d+")) {
                return new BrokerProcess(process, line);
            }
        }
        throw new IOException("The broker did not start; see " + directory.resolveSibling("broker.log"));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
