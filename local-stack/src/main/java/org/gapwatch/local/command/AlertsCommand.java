package org.gapwatch.local.command;

import java.util.concurrent.Callable;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.client.Feed;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gapwatch alerts}: the feed of a Gapwatch that runs. */
@Command(name = "alerts", description = "Show the active alerts of a Gapwatch that runs, from its feed.")
public final class AlertsCommand implements Callable<Integer> {

    @Option(names = "--follow", description = "Go on with every alert that comes, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws InterruptedException {
        var settings = Settings.from(System.getenv());
        try (var api = new Api(Port.ALERTS, settings.address(settings.port(Port.ALERTS)))) {
            var follower = new AlertFollower(new Feed(api), Terminal.standard(System.getenv()));
            if (follow) {
                follower.followAll();
            } else {
                follower.printSnapshot();
            }
        }
        return 0;
    }
}
