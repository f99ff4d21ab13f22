package org.gapwatch.local.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.demo.Completion;
import org.gapwatch.local.demo.Example;
import org.gapwatch.local.demo.ExampleLoader;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs everything once in a directory of its own, on free ports, and ends: the launcher records the classes it needed for faster starts. */
@Command(name = "warm-up", hidden = true)
public final class WarmUpCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        var freePorts = Arrays.stream(Port.values()).collect(Collectors.toMap(Port::variable, _ -> "0"));
        var quiet = Terminal.plain(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var run = new StackRun(Settings.from(freePorts), directory, quiet);
        run.start();
        new ExampleLoader(run.stack().bootstrapServers()).load(Example.publicFigures(), _ -> {
        });
        try (var alerts = new Api(Port.ALERTS, run.stack().alerts());
                var completion = new Completion(run.stack().bootstrapServers(), run.stack().mongodbUri(),
                        run.stack().streamNames(), alerts)) {
            completion.await(_ -> {
            });
        }
        return 0;
    }
}
