package org.gapwatch.local.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}. */
final class DataDirectory {

    @Option(names = "--data", paramLabel = "DIR", description = "Where data, state and log are kept.")
    private @Nullable Path given;

    /** What was given, else a folder below {@code .gapwatch} where the launcher lies. */
    Path or(String folder) {
        if (given != null) {
            return given;
        }
        var home = Path.of(System.getProperty("gapwatch.home", ""));
        return home.resolve(".gapwatch").resolve(folder);
    }
}
