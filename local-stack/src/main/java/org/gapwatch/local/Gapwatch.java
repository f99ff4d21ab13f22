package org.gapwatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.gapwatch.embedded.DirectoryInUseException;
import org.gapwatch.embedded.PortInUseException;
import org.gapwatch.local.command.AlertsCommand;
import org.gapwatch.local.command.ComputeCommand;
import org.gapwatch.local.command.DemoCommand;
import org.gapwatch.local.command.PublishCommand;
import org.gapwatch.local.command.RebuildCommand;
import org.gapwatch.local.command.UpCommand;
import org.gapwatch.local.command.WarmUpCommand;
import org.gapwatch.local.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The {@code gapwatch} command. What it can do is told in help.txt, which the launcher shows too. */
@Command(name = "gapwatch", synopsisSubcommandLabel = "COMMAND", subcommands = {DemoCommand.class, UpCommand.class,
        PublishCommand.class, AlertsCommand.class, ComputeCommand.class, RebuildCommand.class, WarmUpCommand.class})
public final class Gapwatch implements Runnable {

    public static void main(String[] arguments) {
        // A command that starts the servers says otherwise, before the first logger is asked for.
        System.setProperty("logback.configurationFile", "org/gapwatch/local/command-logback.xml");
        System.exit(run(arguments));
    }

    /** Runs a command; returns its exit code. */
    static int run(String... arguments) {
        var commandLine = new CommandLine(new Gapwatch());
        commandLine.setExecutionExceptionHandler(new Telling());
        return commandLine.execute(arguments);
    }

    @Override
    @Command(name = "help", description = "Tell what the commands are.")
    public void run() {
        try (var help = Objects.requireNonNull(Gapwatch.class.getResourceAsStream("help.txt"))) {
            System.out.print(new String(help.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person can put right is told in its own words; anything else is our mistake, and told in full. */
    private static final class Telling implements IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception thrown, CommandLine commandLine, ParseResult parsed)
                throws Exception {
            return switch (thrown) {
                case UsageException _,StackException _,PortInUseException _,DirectoryInUseException _ -> {
                    commandLine.getErr().println(thrown.getMessage());
                    yield 1;
                }
                case Exception _ -> throw thrown;
            };
        }
    }
}
