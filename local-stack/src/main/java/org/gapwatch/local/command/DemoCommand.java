package org.gapwatch.local.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.gapwatch.local.UsageException;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.client.Feed;
import org.gapwatch.local.demo.Completion;
import org.gapwatch.local.demo.Example;
import org.gapwatch.local.demo.ExampleLoader;
import org.gapwatch.local.demo.LoadingDay;
import org.gapwatch.local.report.Board;
import org.gapwatch.local.report.Story;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.terminal.ProgressBar;
import org.gapwatch.local.terminal.Style;
import org.gapwatch.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code gapwatch demo}: everything, with a bundled example loaded, told as a story, and followed. */
@Command(name = "demo", description = "Start everything, load a bundled example, and show which gaps widen.")
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--fictitious", description = "Load a made-up set that lies around today, in place of the public record.")
    private boolean fictitious;

    @Option(names = "--yes", description = "Load the example also into servers given by KAFKA_BOOTSTRAP_SERVERS or MONGODB_URI.")
    private boolean yes;

    @Mixin
    private final DataDirectory data = new DataDirectory();

    private final Terminal terminal = Terminal.standard(System.getenv());
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws Exception {
        var settings = Settings.from(System.getenv());
        requireConsent(settings);
        var directory = data.or(fictitious ? "demo-fictitious" : "demo");
        var run = new StackRun(settings, directory, terminal);
        return run.run(() -> show(run, directory));
    }

    private void show(StackRun run, Path directory) throws InterruptedException {
        var example = example(directory);
        try (var alerts = new Api(Port.ALERTS, run.stack().alerts())) {
            load(example, run, alerts);
            tell(example, alerts);
            run.printAddresses();
            terminal.line("New alerts are shown here as they come.");
            new AlertFollower(new Feed(alerts), terminal).followNews();
        }
    }

    private void requireConsent(Settings settings) {
        var shared = settings.sharedServers();
        if (!yes && !shared.isEmpty()) {
            throw new UsageException("The demo would load its example for good into the servers given by " + shared
                    + ". Unset that to use the embedded servers, or add --yes if it is what you want.");
        }
    }

    private Example example(Path directory) {
        return fictitious
                ? Example.fictitious(LoadingDay.of(directory, LocalDate.now(clock)))
                : Example.publicFigures();
    }

    private void load(Example example, StackRun run, Api alerts) throws InterruptedException {
        var bar = new ProgressBar(terminal, "Loading " + example.title(), example.events().size());
        bar.at(0);
        new ExampleLoader(run.stack().bootstrapServers()).load(example, bar::at);
        try (var completion = new Completion(run.stack().bootstrapServers(), run.stack().mongodbUri(),
                run.stack().streamNames(), alerts)) {
            completion.await(step -> terminal.passing(step + " ..."));
        }
        terminal.line("Loaded " + example.title() + ": " + example.events().size() + " events, known up to "
                + example.lastDay() + ".");
    }

    private void tell(Example example, Api alerts) throws InterruptedException {
        terminal.line("");
        terminal.line(terminal.styled(Style.BOLD, "The story: gaps that widened"));
        Story.print(alertsOf(example, alerts), terminal);
        terminal.line("");
        terminal.line(terminal.styled(Style.BOLD, "Now, " + LocalDate.now(clock)));
        Board.print(alerts.get("/api/capabilities"), terminal);
    }

    private static List<JsonNode> alertsOf(Example example, Api alerts) throws InterruptedException {
        var told = new ArrayList<JsonNode>();
        for (var capability : example.capabilities()) {
            alerts.get("/api/alerts?limit=1000&capability=" + capability).path("items").forEach(told::add);
        }
        told.sort(Comparator.comparing((JsonNode alert) -> alert.path("openedOn").asString(""))
                .thenComparing(alert -> alert.path("alertId").asString("")));
        return told;
    }
}
