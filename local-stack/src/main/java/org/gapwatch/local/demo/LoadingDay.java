package org.gapwatch.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The day around which the fictitious example was placed when it was first loaded: later loadings keep it, so that they change nothing. */
public final class LoadingDay {

    private static final String FILE = "fictitious-example-day";

    private LoadingDay() {
    }

    /** The day kept in the data directory; where there is none, today, which is kept from now on. */
    public static LocalDate of(Path data, LocalDate today) {
        var file = data.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return LocalDate.parse(Files.readString(file).strip());
            }
            Files.createDirectories(data);
            Files.writeString(file, today + System.lineSeparator());
            return today;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
