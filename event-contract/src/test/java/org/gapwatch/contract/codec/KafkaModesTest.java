package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.contract.codec.Samples.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Reading.Accepted;
import org.gapwatch.contract.codec.Reading.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which mode a Kafka record is read in, and what binary mode adds. */
class KafkaModesTest {

    private static final byte[] STRUCTURED = Samples.event(EventType.ORDER_PLACED).getBytes(UTF_8);
    private static final byte[] DATA = Samples.data(EventType.ORDER_PLACED).getBytes(UTF_8);
    private static final List<Map.Entry<String, String>> BINARY = List.of(Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "e-1"), Map.entry("ce_source", "urn:example:a"),
            Map.entry("ce_type", EventType.ORDER_PLACED.cloudEventsType()),
            Map.entry("ce_time", "2026-01-02T03:04:05.5Z"));
    private static final Event EVENT = ((Accepted) EventReader.readStructured(STRUCTURED)).event();

    @Test
    void bothModesSayTheSame() {
        assertThat(accepted(BINARY, DATA).event()).isEqualTo(EVENT);
        assertThat(accepted(List.of(), STRUCTURED).event()).isEqualTo(EVENT);
        assertThat(accepted(BINARY, DATA).contentHash()).isEqualTo(accepted(List.of(), STRUCTURED).contentHash());
        assertThat(accepted(BINARY, DATA).data()).isEqualTo(accepted(List.of(), STRUCTURED).data()).isEqualTo(DATA);
    }

    @Test
    void manyAttributesAreToldApartAsFewAre() {
        List<Map.Entry<String, String>> many = new ArrayList<>(BINARY);
        IntStream.range(0, 500).forEach(i -> many.add(Map.entry("ce_x" + i, "value" + i)));
        assertThat(accepted(many, DATA).attributes()).hasSize(505).containsEntry("x499", "value499")
                .containsEntry("id", "e-1").doesNotContainKey("x500");
        assertThat(problems(and(many, "ce_x499", "again"), DATA)).containsExactly("/x499 duplicate-key");
    }

    @Test
    void theContentTypeDecidesFirst() {
        List<Map.Entry<String, String>> headers = and(BINARY, "content-type",
                "application/cloudevents+json; charset=UTF-8");
        assertThat(accepted(headers, STRUCTURED).event()).isEqualTo(EVENT);
        assertThat(accepted(and(BINARY, "content-type", "application/json"), DATA).event()).isEqualTo(EVENT);
    }

    @Test
    void thenTheSpecversionHeader() {
        assertThat(problems(BINARY, STRUCTURED)).contains("/data/orderId field-missing");
    }

    @Test
    void thenASpecversionInTheValue() {
        List<Map.Entry<String, String>> stray = List.of(Map.entry("ce_id", "stray"));
        assertThat(accepted(stray, STRUCTURED).event()).isEqualTo(EVENT);
        assertThat(accepted(List.of(Map.entry("content-type", "application/json")), STRUCTURED).event())
                .isEqualTo(EVENT);
        assertThat(problems(stray, DATA)).contains("/specversion attribute-missing", "/time attribute-missing")
                .doesNotContain("/id attribute-missing");
        assertThat(problems(List.of(), DATA)).contains("/specversion attribute-missing", "/id attribute-missing");
    }

    @Test
    void formatsThatAreNotReadHereAreTold() {
        for (String type : List.of("application/cloudevents-batch+json", "application/cloudevents+avro",
                "application/cloudevents+json; charset=utf-16")) {
            assertThat(problems(List.of(Map.entry("content-type", type)), STRUCTURED))
                    .containsExactly(" content-type-not-supported");
        }
        assertThat(problems(and(BINARY, "content-type", "text/csv"), DATA))
                .containsExactly("/datacontenttype datacontenttype-not-json");
    }

    @Test
    void attributesAndExtensionsAreKeptInOrder() {
        Accepted reading = accepted(and(and(BINARY, "ce_trace", "\u00e9"), "content-type", "application/json"), DATA);
        assertThat(reading.attributes()).containsExactly(Map.entry("specversion", "1.0"), Map.entry("id", "e-1"),
                Map.entry("source", "urn:example:a"), Map.entry("type", EventType.ORDER_PLACED.cloudEventsType()),
                Map.entry("time", "2026-01-02T03:04:05.5Z"), Map.entry("trace", "\u00e9"),
                Map.entry("datacontenttype", "application/json"));
    }

    @Test
    void headersCanBeWrongInWaysOfTheirOwn() {
        assertThat(problems(and(BINARY, "ce_id", "e-1"), DATA)).containsExactly("/id duplicate-key");
        assertThat(problems(and(BINARY, "ce_Bad", "x"), DATA)).containsExactly("/Bad attribute-name");
        assertThat(problems(and(BINARY, "ce_data", "x"), DATA)).containsExactly("/data attribute-name");
        KafkaHeaders notUtf8 = action -> {
            headers(BINARY).forEach(action);
            action.accept("ce_ext", new byte[]{(byte) 0xc3});
            action.accept("ce_none", null);
        };
        assertThat(problems(EventReader.readKafka(notUtf8, DATA))).containsExactly("/ext not-utf-8");
    }

    @Test
    void recordsWithoutAValue() {
        assertThat(problems(List.of(), null)).containsExactly(" empty-event");
        assertThat(problems(BINARY, null)).containsExactly("/data data-missing");
        assertThat(problems(BINARY, new byte[0])).containsExactly("/data data-missing");
        assertThat(problems(BINARY, "  ".getBytes(UTF_8))).containsExactly("/data data-missing");
    }

    @Test
    void dataInBinaryModeAreCheckedAsStrictly() {
        assertThat(problems(BINARY, "[1]".getBytes(UTF_8))).containsExactly("/data data-not-an-object");
        assertThat(problems(BINARY, "{} x".getBytes(UTF_8))).contains("/data not-json");
        assertThat(problems(BINARY, "\ufeff{}".getBytes(UTF_8))).contains("/data byte-order-mark");
        assertThat(problems(BINARY, new byte[]{'{', '"', (byte) 0xff})).containsExactly("/data not-utf-8");
        assertThat(problems(BINARY, json("{'x':{'y':1,'y':1}}").getBytes(UTF_8))).contains("/data/x/y duplicate-key");
    }

    @Test
    void headersCountAsPartOfTheEvent() {
        int size = BINARY.stream().mapToInt(h -> h.getKey().length() + h.getValue().length()).sum() + DATA.length;
        int room = EventReader.MAX_EVENT_BYTES - size - "ce_ext".length();
        assertThat(problems(and(BINARY, "ce_ext", "x".repeat(room)), DATA)).isEmpty();
        List<Map.Entry<String, String>> tooLarge = and(BINARY, "ce_ext", "x".repeat(room + 1));
        assertThat(problems(EventReader.readKafka(headers(tooLarge), DATA))).containsExactly(" event-too-large");
    }

    /** Each also takes its prefix and two lengths, and the topic takes 128 KiB: else nothing after it would ever be read. */
    @Test
    void manyAttributesWithoutValuesAreTooLarge() {
        List<Map.Entry<String, String>> many = new ArrayList<>(BINARY);
        IntStream.range(0, 17_000).forEach(i -> many.add(Map.entry("ce_" + Integer.toString(36 * 36 + i, 36), "")));
        assertThat(problems(EventReader.readKafka(headers(many), DATA))).containsExactly(" event-too-large");
        Map<String, String> attributes = new HashMap<>();
        many.forEach(header -> attributes.put(header.getKey().substring(3), header.getValue()));
        assertThat(problems(EventReader.readBinary(attributes, null, DATA))).containsExactly(" event-too-large");
    }

    @Test
    void aStructuredEventThatIsLargerInBinaryModeIsReadBack() {
        StringBuilder event = new StringBuilder(Samples.event(EventType.ORDER_PLACED));
        for (int i = 1_000; event.length() < EventReader.MAX_EVENT_BYTES - 20; i++) {
            event.insert(1, json("'x" + i + "':1e9,"));
        }
        Accepted published = accepted(List.of(), event.toString().getBytes(UTF_8));

        Map<String, byte[]> headers = new HashMap<>();
        CanonicalRecord.headers(published, headers::put);
        assertThat(headers.values().stream().mapToInt(text -> text.length).sum() + published.data().length
                + 5 * headers.size()).isGreaterThan(EventReader.MAX_EVENT_BYTES);
        assertThat(CanonicalRecord.reading(headers::forEach, published.data())).isInstanceOf(Accepted.class);
    }

    @Test
    void dataOfAContentTypeThatSaysTheyAreAnEventAreNotTaken() {
        for (String type : List.of("application/cloudevents+json", "Application/CloudEvents-Batch+JSON",
                "application/cloudevents+json; charset=utf-8")) {
            String event = Samples.event(EventType.ORDER_PLACED).replaceFirst("\\{",
                    json("{'datacontenttype':'" + type + "',"));
            assertThat(problems(List.of(), event.getBytes(UTF_8)))
                    .containsExactly("/datacontenttype datacontenttype-not-json");
            assertThat(problems(and(BINARY, "ce_datacontenttype", type), DATA))
                    .containsExactly("/datacontenttype datacontenttype-not-json");
        }
    }

    private static List<Map.Entry<String, String>> and(List<Map.Entry<String, String>> headers, String name,
            String value) {
        List<Map.Entry<String, String>> all = new ArrayList<>(headers);
        all.add(Map.entry(name, value));
        return all;
    }

    private static KafkaHeaders headers(List<Map.Entry<String, String>> headers) {
        return action -> headers.forEach(h -> action.accept(h.getKey(), h.getValue().getBytes(UTF_8)));
    }

    private static Accepted accepted(List<Map.Entry<String, String>> headers, byte[] value) {
        Reading reading = EventReader.readKafka(headers(headers), value);
        assertThat(reading).isInstanceOf(Accepted.class);
        assertThat(CanonicalRecord.read(headers(headers), value)).isEqualTo(((Accepted) reading).event());
        Samples.assertReadBack((Accepted) reading);
        return (Accepted) reading;
    }

    private static List<String> problems(List<Map.Entry<String, String>> headers, byte @Nullable [] value) {
        Reading reading = EventReader.readKafka(headers(headers), value);
        assertThat(CanonicalRecord.read(headers(headers), value) == null).isEqualTo(reading instanceof Rejected);
        return problems(reading);
    }

    private static List<String> problems(Reading reading) {
        return switch (reading) {
            case Accepted _ -> List.of();
            case Rejected rejected ->
                rejected.problems().stream().map(p -> p.pointer() + " " + p.code().code()).toList();
        };
    }
}
