package org.gapwatch.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.gapwatch.local.UsageException;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.client.FilePublisher;
import org.gapwatch.local.client.LineResult;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.terminal.ProgressBar;
import org.gapwatch.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gapwatch publish}: the events of a file to a Gapwatch that runs. */
@Command(name = "publish", description = "Send a file of events to a Gapwatch that runs, and tell what became of each line.")
public final class PublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.jsonl", description = "CloudEvents in structured mode, one JSON object a line.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Only check: nothing is accepted.")
    private boolean dryRun;

    private final Terminal terminal = Terminal.standard(System.getenv());
    private final List<LineResult> rejected = new ArrayList<>();
    private long accepted;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settings = Settings.from(System.getenv());
        try (var production = new Api(Port.PRODUCTION, settings.address(settings.port(Port.PRODUCTION)));
                var procurement = new Api(Port.PROCUREMENT, settings.address(settings.port(Port.PROCUREMENT)))) {
            var bar = bar();
            try (var events = open()) {
                new FilePublisher(production, procurement, dryRun, results -> count(results, bar)).publish(events);
            }
        }
        summarise();
        return rejected.isEmpty() ? 0 : 1;
    }

    private void count(List<LineResult> results, ProgressBar bar) {
        for (var result : results) {
            if (result.accepted()) {
                accepted++;
            } else {
                rejected.add(result);
            }
        }
        bar.at(accepted + rejected.size());
    }

    private void summarise() {
        rejected.sort(Comparator.comparingLong(LineResult::line));
        for (var result : rejected) {
            terminal.line("line " + result.line() + (result.id().isEmpty() ? "" : "  " + result.id()));
            for (var problem : result.problems()) {
                terminal.line("    " + (problem.pointer().isEmpty() ? "(whole event)" : problem.pointer()) + "  "
                        + problem.code() + "  " + problem.detail());
            }
        }
        terminal.line((dryRun ? "Checked only: " + accepted + " would be accepted, " : accepted + " accepted, ")
                + rejected.size() + " rejected.");
    }

    private InputStream open() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(file + " cannot be read. Give a file of events, one JSON object a line.");
        }
        return Files.newInputStream(file);
    }

    /** What comes from a pipe can be read only once, and so cannot be counted before. */
    private ProgressBar bar() throws IOException {
        var what = "Sending " + file.getFileName();
        return Files.isRegularFile(file)
                ? new ProgressBar(terminal, what, countLines())
                : ProgressBar.withoutTotal(terminal, what);
    }

    private long countLines() throws IOException {
        try (var events = open();
                var lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
                var stream = lines.lines()) {
            return stream.filter(line -> !line.isBlank()).count();
        }
    }
}
