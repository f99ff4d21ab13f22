package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gapwatch.local.hostile.Kind.Way;
import org.gapwatch.local.hostile.Sending.Header;
import org.gapwatch.local.hostile.Sending.Record;
import org.gapwatch.local.hostile.Sending.Request;

/** All kinds: those of {@code corpus.txt}, where one part of a good event is replaced, and those of the ways they are sent. */
final class Corpus {

    static final String STRUCTURED = "application/cloudevents+json";

    private Corpus() {
    }

    static List<Kind> kinds() {
        return Stream.of(ofTheTable(), UsedAgain.kinds(), CutOff.kinds(), KafkaKinds.kinds(), HttpKinds.kinds())
                .flatMap(List::stream)
                .toList();
    }

    /** The kinds of {@code corpus.txt} that can stand in an array at all, of events for one service. */
    static List<Kind> forBatches() {
        return ofTheTable().stream().filter(kind -> Collections.disjoint(kind.outcome().codes(),
                Set.of("not-json", "not-utf-8", "byte-order-mark", "empty-event")) && !kind.name().contains("10,000")
                && kind.ways().getFirst().of(0).intake() == Intake.PROCUREMENT).toList();
    }

    /** The body of the first request that an event of a kind is sent in, which is structured. */
    static byte[] body(Kind kind, int n) {
        return kind.ways().stream().map(way -> way.of(n)).filter(Request.class::isInstance).map(Request.class::cast)
                .findFirst().orElseThrow().body();
    }

    /** The kinds of {@code corpus.txt}. */
    static List<Kind> ofTheTable() {
        List<Kind> kinds = new ArrayList<>();
        String section = "";
        for (String line : text().lines().toList()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("(?<=\\s)\\|(?=\\s)", -1);
                kinds.add(kind(section, cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip()));
            }
        }
        return kinds;
    }

    private static Kind kind(String section, String name, String part, String inPlace, String outcome) {
        String replacement = ByteText.expand(inPlace);
        List<Way> ways = new ArrayList<>();
        Sample data = Sample.ALL.stream().filter(sample -> sample.data().contains(part)).findFirst().orElse(null);
        if (data == null) {
            ways.addAll(structured(n -> ByteText.bytes(Sample.own(changed(part, replacement, n), n))));
            ways.addAll(BinaryAttributes.ways(part, replacement));
        } else {
            Sample changed = data.withData(data.data().replace(part, replacement));
            ways.addAll(structured(data.intake(), n -> ByteText.bytes(Sample.own(changed.structured(), n))));
            ways.addAll(binary(data, n -> ByteText.bytes(Sample.own(changed.data(), n))));
        }
        return new Kind(section, name, Outcome.of(outcome), ways);
    }

    private static String changed(String part, String replacement, int n) {
        Sample order = Sample.ORDER;
        String good = order.structured();
        return switch (part) {
            case "(all)" -> replacement.replace(ByteText.of("«event»"), good);
            case "(before)" -> replacement + good;
            case "(after)" -> good + replacement.replace(ByteText.of("«event»"), good);
            case "(size)" -> padded(good, Integer.parseInt(replacement) - Sample.own(good, n).length());
            default -> {
                if (!order.attributes().contains(part)) {
                    throw new IllegalArgumentException("No sample has " + part);
                }
                yield order.withAttributes(order.attributes().replace(part, replacement)).structured();
            }
        };
    }

    private static String padded(String good, int more) {
        String before = "\"pad\":\"";
        String after = "\",";
        return good.replace("\"buyer\"",
                before + "x".repeat(more - before.length() - after.length()) + after + "\"buyer\"");
    }

    /** Makes the bytes of one event. */
    @FunctionalInterface
    interface Body {
        byte[] of(int n);
    }

    static List<Way> structured(Body body) {
        return structured(Intake.PROCUREMENT, body);
    }

    static List<Way> structured(Intake intake, Body body) {
        return List.of(
                n -> new Record(intake, Header.of(Map.of("content-type", STRUCTURED)), body.of(n)),
                n -> new Record(intake, List.of(), body.of(n)),
                n -> new Request(intake, "", List.of("Content-Type: " + STRUCTURED), body.of(n)));
    }

    static List<Way> binary(Sample sample, Body data) {
        return List.of(
                n -> new Record(sample.intake(), Header.of(sample.headers("ce_", n)), data.of(n)),
                n -> new Request(sample.intake(), "", httpHeaders(sample, n), data.of(n)));
    }

    static List<String> httpHeaders(Sample sample, int n) {
        return Stream.concat(Stream.of("Content-Type: application/json"), sample.headers("ce-", n).entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())).toList();
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream("corpus.txt"))) {
            return new String(in.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
