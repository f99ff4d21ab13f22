package org.gapwatch.local.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gapwatch.alerts.compute.Compute;
import org.gapwatch.alerts.compute.UnreadableEventsException;
import org.gapwatch.local.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gapwatch compute}: what the model makes of a file of events, without any server. */
@Command(name = "compute", description = "Compute gaps and alerts of a file of events as of a day, without any server; prints JSON.")
public final class ComputeCommand implements Callable<Integer> {

    @Option(names = "--today", required = true, paramLabel = "DAY", description = "The day as of which to compute: YYYY-MM-DD.")
    private LocalDate today = LocalDate.EPOCH;

    @Parameters(paramLabel = "FILE.jsonl", description = "CloudEvents in structured mode, one JSON object a line.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(file + " cannot be read. Give a file of events, one JSON object a line.");
        }
        var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        try (var events = Files.newInputStream(file)) {
            Compute.run(events, today, out);
            out.flush();
        } catch (UnreadableEventsException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }
}
