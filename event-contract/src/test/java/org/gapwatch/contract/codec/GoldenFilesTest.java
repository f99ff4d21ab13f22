package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Reading.Accepted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire format, frozen: each sample was written once, and is never to be changed. A new version of a type gets samples
 * of its own.
 */
class GoldenFilesTest {

    static Stream<String> samples() {
        return Stream.of(EventType.values()).map(EventType::cloudEventsType)
                .flatMap(type -> Stream.of(type + ".full", type + ".minimal"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStructuredSampleIsReadAndWrittenAsItWasThen(String sample) throws IOException {
        Accepted reading = (Accepted) EventReader.readStructured(bytes(sample + ".structured.json"));

        assertThat(said(reading)).isEqualTo(text(sample + ".said.txt"));
        assertThat(canonical(reading)).isEqualTo(text(sample + ".canonical.txt"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aCanonicalSampleIsReadAsTheStructuredOneAndWrittenUnchanged(String sample) throws IOException {
        String[] parts = text(sample + ".canonical.txt").split("\n\n", 2);
        List<Map.Entry<String, String>> headers = parts[0].lines().skip(2).map(line -> line.split(": ", 2))
                .map(header -> Map.entry(header[0], header[1])).toList();
        KafkaHeaders kafka = action -> headers
                .forEach(header -> action.accept(header.getKey(), header.getValue().getBytes(UTF_8)));
        byte[] value = parts[1].getBytes(UTF_8);
        Accepted reading = (Accepted) EventReader.readKafka(kafka, value);

        assertThat(said(reading)).isEqualTo(text(sample + ".said.txt"));
        assertThat(canonical(reading)).isEqualTo(text(sample + ".canonical.txt"));
        assertThat(CanonicalRecord.read(kafka, value)).isEqualTo(reading.event());
    }

    /** The event, and its content hash. */
    private static String said(Accepted reading) {
        return reading.event() + "\n" + Long.toHexString(reading.contentHash()) + "\n";
    }

    /** Topic, key and headers, a line each; an empty line; the value. */
    private static String canonical(Accepted reading) {
        List<String> lines = new ArrayList<>();
        lines.add("topic: " + CanonicalRecord.topic(reading.event()));
        lines.add("key: " + new String(CanonicalRecord.key(reading.event()), UTF_8));
        CanonicalRecord.headers(reading, (name, value) -> lines.add(name + ": " + new String(value, UTF_8)));
        return String.join("\n", lines) + "\n\n" + new String(reading.data(), UTF_8);
    }

    private static String text(String file) throws IOException {
        return new String(bytes(file), UTF_8);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenFilesTest.class.getResourceAsStream("/golden/" + file),
                file)) {
            return in.readAllBytes();
        }
    }
}
