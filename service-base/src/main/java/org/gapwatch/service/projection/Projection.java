package org.gapwatch.service.projection;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How the records of one topic become the documents of one collection.
 *
 * <p>
 * Each document is a function of the records that change it, in the order of their partition, and of nothing else: so it
 * can be rebuilt, and a record that a document has seen is never applied to it again. All records of a document must lie
 * in one partition.
 */
public interface Projection {

    /** The name of the projection and of its collection, unique in the database; lower case, with dashes. */
    String name();

    /** The topic read. */
    String topic();

    /**
     * What a record changes; empty where it changes nothing, or is garbage that is to be passed over.
     *
     * <p>
     * Which documents those are must follow from the record alone. Whatever is thrown stops the projection, visible in
     * health, and the record is tried again without end.
     */
    List<Change> changes(ConsumerRecord<byte[], byte[]> record);

    /**
     * The version of the form that its documents have. Where it is another one than that of the view stored, the view is
     * built anew from the topic's beginning.
     */
    default int version() {
        return 1;
    }

    /**
     * Whether each record belongs in the partition that Kafka's default partitioner gives its key. One in another is a
     * stranger's, and passed over: a document's records from two partitions would each begin it anew.
     */
    default boolean partitionedByKey() {
        return false;
    }

    /** The indexes that the queries of a real server need; the embedded server takes no notice of them. */
    default List<IndexModel> indexes() {
        return List.of();
    }
}
