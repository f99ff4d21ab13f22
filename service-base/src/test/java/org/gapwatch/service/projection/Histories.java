package org.gapwatch.service.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** A projection that forgives nothing: each document lists the values of its key in order, so a record lost or doubled shows. */
record Histories(String name, String topic, int version) implements Projection {

    /** A value that cannot be applied while {@link #broken}. */
    static final String POISON = "poison";
    /** A value that ends the thread which applies it. */
    static final String DEADLY = "deadly";
    /** How values begin whose document spills a piece whenever it has {@link #PIECE} of them. */
    static final String SPILLING = "spilling-";
    static final int PIECE = 50;
    static volatile boolean broken;

    Histories(String name, String topic) {
        this(name, topic, 1);
    }

    @Override
    public boolean partitionedByKey() {
        return true;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("pieces")));
    }

    @Override
    public List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        var key = new String(record.key(), UTF_8);
        if (record.value() == null) {
            return List.of(Change.remove(key));
        }
        var value = new String(record.value(), UTF_8);
        if (value.equals(POISON) && broken) {
            throw new IllegalStateException("broken on purpose");
        }
        if (value.equals(DEADLY)) {
            throw new AssertionError("thrown on purpose");
        }
        return List.of(new Change(key, (current, pieces) -> {
            var document = current == null
                    ? new Document("values", new ArrayList<String>()).append("pieces", 0)
                    : current;
            var values = new ArrayList<>(document.getList("values", String.class));
            values.add(value);
            document.put("values", values);
            if (value.startsWith(SPILLING) && values.size() == PIECE) {
                int number = document.getInteger("pieces");
                pieces.accept(new Change.Piece(key + "#" + number, new Document("values", values)));
                document.put("values", List.of());
                document.put("pieces", number + 1);
            }
            return document;
        }));
    }
}
