package org.gapwatch.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapwatch.contract.EventType;
import org.junit.jupiter.api.Test;

/** docs/events.md tells the codes and types that there are, no more and no fewer. */
class PublishersPageTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void everyCodeIsListedWithWhoFindsIt() throws IOException {
        Set<String> expected = Stream.of(ProblemCode.values())
                .map(code -> code.code() + " " + (code.borderOnly() ? "border" : "border, schema"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows("^\\| `([a-z0-9-]+)` \\| (border|border, schema) \\|")).isEqualTo(expected);
    }

    @Test
    void everyTypeIsListedWithItsFields() throws IOException {
        Set<String> expected = Stream.of(EventType.values()).map(type -> {
            Shape shape = Shape.of(type);
            Set<String> fields = new TreeSet<>();
            shape.required().forEach(field -> fields.add("**`" + field.fieldName() + "`**"));
            shape.optional().stream().filter(field -> field != Field.CITATION && field != Field.NOTE)
                    .forEach(field -> fields.add("`" + field.fieldName() + "`"));
            return type.cloudEventsType() + " " + fields;
        }).collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        for (String row : rows("^\\| `(org\\.gapwatch[a-z0-9.-]+)` \\| ([^|]+) \\|")) {
            String[] parts = row.split(" ", 2);
            found.add(parts[0] + " " + new TreeSet<>(Set.of(parts[1].split(", "))));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Set<String> rows(String pattern) throws IOException {
        Pattern row = Pattern.compile(pattern);
        Set<String> found = new LinkedHashSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            var matcher = row.matcher(line);
            if (matcher.find()) {
                found.add(matcher.group(1) + " " + matcher.group(2));
            }
        }
        return found;
    }
}
