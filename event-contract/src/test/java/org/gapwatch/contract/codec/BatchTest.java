package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.contract.codec.Samples.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Reading.Accepted;
import org.gapwatch.contract.codec.Reading.Rejected;
import org.junit.jupiter.api.Test;

/** Batches, and binary mode without Kafka. */
class BatchTest {

    @Test
    void oneItemForEachEventWhereverItLies() {
        String good = Samples.event(EventType.ORDER_PLACED);
        String umlaut = good.replace("a note", "\u00fcber");
        String batch = "\n[ " + umlaut + " ,7, " + good + "," + json("{'id':'e-9'}") + "\n] ";
        byte[] bytes = batch.getBytes(UTF_8);
        List<BatchReading.Item> items = ((BatchReading.Events) EventReader.readBatch(bytes)).items();

        assertThat(items).extracting(item -> new String(bytes, item.from(), item.to() - item.from(), UTF_8))
                .containsExactly(umlaut, "7", good, json("{'id':'e-9'}"));
        assertThat(items.get(0).reading()).isInstanceOf(Accepted.class);
        assertThat(new String(((Accepted) items.get(2).reading()).data(), UTF_8))
                .isEqualTo(Samples.data(EventType.ORDER_PLACED));
        assertThat(((Rejected) items.get(1).reading()).problems()).singleElement()
                .extracting(Problem::code).isEqualTo(ProblemCode.NOT_AN_OBJECT);
        assertThat(((Rejected) items.get(3).reading()).id()).isEqualTo("e-9");
    }

    @Test
    void anEventIsReadInABatchAsItIsAlone() {
        String good = Samples.event(EventType.ORDER_PLACED);
        String deepest = "[".repeat(30) + "]".repeat(30);
        List<String> events = List.of(good, nested(deepest), nested("[" + deepest + "]"), nested("'\\ud800'"),
                nested("1".repeat(41)), good.replaceFirst("\\{", json("{'id':'twice',")),
                good.replace(json("'data':"), json("'data_base64':'e30=','data':")),
                good.replaceFirst("\\{", json("{'x':'" + "x".repeat(EventReader.MAX_EVENT_BYTES) + "',")),
                good.replace("PO-1", "PO 1"), "[[1]]", "null");
        byte[] batch = ("[" + String.join(", ", events) + "]").getBytes(UTF_8);

        List<BatchReading.Item> items = ((BatchReading.Events) EventReader.readBatch(batch)).items();
        assertThat(items).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(items.get(i).reading()).as(events.get(i)).usingRecursiveComparison()
                    .isEqualTo(EventReader.readStructured(events.get(i).getBytes(UTF_8)));
        }
        assertThat(items).extracting(item -> item.reading() instanceof Accepted).containsExactly(true, true, false,
                false, false, false, false, false, false, false, false);
    }

    private static String nested(String value) {
        return Samples.event(EventType.ORDER_PLACED).replace(json("'orderId'"), json("'x':" + value + ",'orderId'"));
    }

    @Test
    void anEmptyBatchHasNoItems() {
        assertThat(EventReader.readBatch("[]".getBytes(UTF_8))).isEqualTo(new BatchReading.Events(List.of()));
    }

    @Test
    void whatIsNoBatch() {
        assertThat(codes("{}")).containsExactly(ProblemCode.BATCH_NOT_AN_ARRAY);
        assertThat(codes("")).containsExactly(ProblemCode.BATCH_NOT_AN_ARRAY);
        assertThat(codes("[{}")).containsExactly(ProblemCode.NOT_JSON);
        assertThat(codes("[{}] x")).containsExactly(ProblemCode.NOT_JSON);
        assertThat(codes("[" + "[".repeat(10_000) + "]".repeat(10_000) + "]")).containsExactly(ProblemCode.TOO_DEEP);
        assertThat(codes("[" + String.join(",", Collections.nCopies(1_001, "{}")) + "]"))
                .containsExactly(ProblemCode.BATCH_TOO_LARGE);
        assertThat(EventReader.readBatch(("[" + String.join(",", Collections.nCopies(1_000, "{}")) + "]")
                .getBytes(UTF_8))).isInstanceOf(BatchReading.Events.class);
    }

    @Test
    void binaryModeFromAMapOfAttributes() {
        Map<String, String> attributes = Map.of("specversion", "1.0", "id", "e-1", "source", "urn:example:a", "type",
                EventType.ORDER_CANCELLED.cloudEventsType(), "time", "2026-01-02T03:04:05Z");
        byte[] data = Samples.data(EventType.ORDER_CANCELLED).getBytes(UTF_8);
        Accepted reading = (Accepted) EventReader.readBinary(attributes, "application/json", data);
        assertThat(reading.event().statement().entityId()).isEqualTo("PO-1");
        assertThat(reading.attributes()).containsEntry("datacontenttype", "application/json");
        assertThat(EventReader.readBinary(attributes, null, null)).isInstanceOf(Rejected.class);
    }

    private static List<ProblemCode> codes(String batch) {
        BatchReading reading = EventReader.readBatch(batch.getBytes(UTF_8));
        return ((BatchReading.Rejected) reading).problems().stream().map(Problem::code).toList();
    }
}
