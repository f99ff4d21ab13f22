package org.gapwatch.local.command;

import java.util.concurrent.Callable;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gapwatch up}: everything, without the example. */
@Command(name = "up", description = "Start everything on this machine, with the data of earlier runs.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private final DataDirectory data = new DataDirectory();

    @Override
    public Integer call() throws Exception {
        var run = new StackRun(Settings.from(System.getenv()), data.or("data"), Terminal.standard(System.getenv()));
        return run.run(run::printAddresses);
    }
}
