package org.gapwatch.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Path FILES = Path.of("src/main/resources/alerts-service/static");

    /** Or the browser finds one module after the other, each when the one that needs it was read. */
    @Test
    void thePageNamesEveryModuleThatItNeeds() throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve("console"))) {
            var imported = files.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(file -> found(file, "from \"(.+\\.js)\""))
                    .map(path -> path.replaceFirst("^\\./", "/console/"));
            assertThat(found(FILES.resolve("index.html"), "modulepreload\" href=\"(.+)\""))
                    .containsExactlyInAnyOrderElementsOf(imported.distinct().toList());
        }
    }

    private static Stream<String> found(Path file, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(Files.readString(file)).results().map(result -> result.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
