package org.gapwatch.service.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.bson.Document;

/** A batch of records and what they change: all documents are read at once, changed in memory, and given back. */
final class Batch {

    private record Pending(ConsumerRecord<byte[], byte[]> record, Change change) {
    }

    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();

    /** @param partitions how many partitions the topic has */
    Batch(Iterable<ConsumerRecord<byte[], byte[]>> records, Projection projection, int partitions) {
        for (var record : records) {
            if (projection.partitionedByKey() && !isInPlace(record, partitions)) {
                continue;
            }
            for (var change : projection.changes(record)) {
                pending.add(new Pending(record, change));
                ids.add(change.id());
            }
        }
    }

    private static boolean isInPlace(ConsumerRecord<byte[], byte[]> record, int partitions) {
        return record.key() != null
                && record.partition() == Utils.toPositive(Utils.murmur2(record.key())) % partitions;
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
     * @param lives the position of each partition that the records are of
     */
    Outcome applyTo(Map<String, Document> stored, Map<String, Document> underWay, Map<Integer, Position> lives) {
        var pieces = new LinkedHashMap<String, Document>();
        var changed = new LinkedHashMap<String, Document>();
        for (var each : pending) {
            var id = each.change.id();
            var record = each.record;
            var life = Objects.requireNonNull(lives.get(record.partition()));
            var current = changed.get(id);
            if (current == null) {
                var known = underWay.get(id);
                current = known == null ? stored.get(id) : new Document(known);
            }
            var own = Projected.isOf(life, current) ? current : null;
            if (own == null || Projected.appliedOffset(own) < record.offset()) {
                var evolved = each.change.evolve().apply(Projected.live(own), piece -> pieces.put(piece.id(),
                        Projected.stamped(piece.id(), piece.document(), life, record.offset())));
                changed.put(id, Projected.stamped(id, evolved, life, record.offset()));
            }
        }
        var created = new ArrayList<Document>();
        var replaced = new ArrayList<Document>();
        changed.forEach((id, document) -> (stored.containsKey(id) || underWay.containsKey(id) ? replaced : created)
                .add(document));
        return new Outcome(List.copyOf(pieces.values()), created, replaced);
    }
}
