package org.gapwatch.service.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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
     * What is to be written.
     *
     * @param pieces to be written before the documents, which know of them: a document is how a replay sees what is done
     * @param created documents of which there were none
     * @param changed documents of which there were others
     */
    record Outcome(List<Document> pieces, List<Document> created, List<Document> changed) {
    }

    /**
     * Applies the records, leaving out those that a document has seen.
     *
     * @param stored documents as they are, by id
     * @param underWay documents as they are about to be, by id; they come before those stored, and are left as they are
     */
    Outcome applyTo(Map<String, Document> stored, Map<String, Document> underWay, String topicId) {
        var pieces = new LinkedHashMap<String, Document>();
        var changed = new LinkedHashMap<String, Document>();
        for (var each : pending) {
            var id = each.change.id();
            var record = each.record;
            var current = changed.get(id);
            if (current == null) {
                var known = underWay.get(id);
                current = known == null ? stored.get(id) : new Document(known);
            }
            if (Projected.appliedOffset(current) < record.offset()) {
                var evolved = each.change.evolve().apply(Projected.live(current), piece -> pieces.put(piece.id(),
                        stamped(piece.id(), piece.document(), topicId, record)));
                changed.put(id, stamped(id, evolved, topicId, record));
            }
        }
        var created = new ArrayList<Document>();
        var replaced = new ArrayList<Document>();
        changed.forEach((id, document) -> (stored.containsKey(id) || underWay.containsKey(id) ? replaced : created)
                .add(document));
        return new Outcome(List.copyOf(pieces.values()), created, replaced);
    }

    private static Document stamped(String id, @Nullable Document document, String topicId,
            ConsumerRecord<byte[], byte[]> record) {
        return Projected.stamped(id, document, topicId, record.partition(), record.offset());
    }
}
