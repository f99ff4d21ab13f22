package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.service.projection.Change;
import org.gapwatch.service.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Each record of a topic that the stream publishes, as a document of the same key; a tombstone removes it. */
abstract sealed class PublishedProjection implements Projection permits AlertProjection, GapProjection {

    /** The field that bears the published JSON text. */
    static final String JSON = "json";

    private static final Logger LOG = LoggerFactory.getLogger(PublishedProjection.class);

    private final String collection;
    private final String topic;

    PublishedProjection(String collection, String topic) {
        this.collection = collection;
        this.topic = topic;
    }

    /**
     * The fields beside {@link #JSON} of the document.
     *
     * @throws IllegalArgumentException where the value is not what the topic is for
     * @throws JacksonException where it is not JSON
     */
    abstract Document fields(byte[] value);

    @Override
    public final String name() {
        return collection;
    }

    @Override
    public final String topic() {
        return topic;
    }

    @Override
    public final List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            LOG.warn("Passed over a record without a key: {}-{}-{}", topic, record.partition(), record.offset());
            return List.of();
        }
        var key = new String(record.key(), UTF_8);
        if (record.value() == null) {
            return List.of(Change.remove(key));
        }
        try {
            var document = fields(record.value());
            document.put(JSON, new String(record.value(), UTF_8));
            return List.of(Change.replace(key, document));
        } catch (IllegalArgumentException | JacksonException e) {
            LOG.warn("Passed over a record that is not what its topic is for: {}-{}-{} {}", topic, record.partition(),
                    record.offset(), key, e);
            return List.of();
        }
    }
}
