package org.gapwatch.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.Topics;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bundled set of events.
 *
 * @param title what it is, in a few words
 */
public record Example(String title, List<ExampleEvent> events) {

    private static final JsonMapper JSON = new JsonMapper();
    /** {@code {D}}, {@code {D-120}}, {@code {D+45}}: a day counted from the day of loading. */
    private static final Pattern DAY = Pattern.compile("\\{D([+-]\\d+)?}");

    public Example {
        events = List.copyOf(events);
    }

    /** The public record: real figures, each with its citation, on their real dates. */
    public static Example publicFigures() {
        return new Example("the public record", read("public-figures.jsonl", LocalDate.EPOCH));
    }

    /** A made-up set that lies around a day: the same day gives the same events. */
    public static Example fictitious(LocalDate day) {
        return new Example("the fictitious example", read("fictitious.jsonl", day));
    }

    /** The codes of the capabilities that it is about. */
    public Set<String> capabilities() {
        return events.stream().map(ExampleEvent::capability).collect(Collectors.toUnmodifiableSet());
    }

    /** The last day on which anything in it became known. */
    public LocalDate lastDay() {
        return events.stream().map(ExampleEvent::knownOn).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<ExampleEvent> read(String file, LocalDate day) {
        try (var in = Objects.requireNonNull(Example.class.getResourceAsStream("/org/gapwatch/local/example/" + file),
                file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> event(resolve(line, day)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resolve(String line, LocalDate day) {
        return DAY.matcher(line).replaceAll(found -> Matcher.quoteReplacement(
                day.plusDays(found.group(1) == null ? 0 : Long.parseLong(found.group(1))).toString()));
    }

    private static ExampleEvent event(String line) {
        var json = JSON.readTree(line);
        var type = Objects.requireNonNull(EventType.of(json.path("type").asString()), line);
        var topic = type.entityKind() == EntityKind.ORDER ? Topics.INTAKE_PROCUREMENT : Topics.INTAKE_PRODUCTION;
        var knownOn = OffsetDateTime.parse(json.path("time").asString()).withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate();
        return new ExampleEvent(topic, json.path("data").path("capability").asString(), knownOn, line);
    }
}
