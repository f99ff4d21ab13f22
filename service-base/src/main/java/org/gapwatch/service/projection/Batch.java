package org.gapwatch.service.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** A batch of records and what they change: all documents are read at once, changed in memory, and given back. */
final class Batch {

    private record Pending(ConsumerRecord<byte[], byte[]> record, Change change) {
    }

    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();

    Batch(Iterable<ConsumerRecord<byte[], byte[]>> records, Projection projection) {
        for (var record : records) {
            for (var change : projection.changes(record)) {
                pending.add(new Pending(record, change));
                ids.add(change.id());
            }
        }
    }

    /** The ids of the documents that the records change. */
    Set<String> ids() {
        return ids;
    }

    /**
     * The documents that the records change, as they are after them. Records that a document has seen are left out.
     *
     * @param stored the documents as they are, by id
     */
    List<Document> applyTo(Map<String, Document> stored, String topicId) {
        var changed = new LinkedHashMap<String, Document>();
        for (var each : pending) {
            var id = each.change.id();
            var current = changed.getOrDefault(id, stored.get(id));
            if (Projected.appliedOffset(current) < each.record.offset()) {
                var record = each.record;
                var evolved = each.change.evolve().apply(Projected.live(current),
                        piece -> changed.put(piece.id(), Projected.stamped(piece.id(), piece.document(), topicId,
                                record.partition(), record.offset())));
                changed.put(id, Projected.stamped(id, evolved, topicId, record.partition(), record.offset()));
            }
        }
        return List.copyOf(changed.values());
    }
}
