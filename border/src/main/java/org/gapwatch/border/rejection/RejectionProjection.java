package org.gapwatch.border.rejection;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.border.FrontService;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.projection.Change;
import org.gapwatch.service.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Keeps the service's own rejections, each as the JSON that was written, under its offset. */
@Component
final class RejectionProjection implements Projection {

    static final String SOURCE = "source";
    static final String JSON = "json";

    private static final JsonFactory READER = new JsonFactory();

    private final FrontService service;

    RejectionProjection(FrontService service) {
        this.service = service;
    }

    /** The {@code _id} of the rejection at an offset; the ids sort as the offsets do. */
    static String id(long offset) {
        return "%019d".formatted(offset);
    }

    static String collection(FrontService service) {
        return service.name() + "-rejections";
    }

    @Override
    public String name() {
        return collection(service);
    }

    @Override
    public String topic() {
        return Topics.REJECTED_EVENTS;
    }

    @Override
    public List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> texts = texts(record.value());
        if (texts == null || !service.name().equals(texts.get("service"))) {
            return List.of();
        }
        return List.of(Change.replace(id(record.offset()), new Document(SOURCE, texts.get(SOURCE)).append(JSON,
                new String(record.value(), StandardCharsets.UTF_8))));
    }

    /** The object's own members that are strings; null where it is no object. */
    private static @Nullable Map<String, String> texts(byte @Nullable [] json) {
        if (json == null) {
            return null;
        }
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = READER.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, parser.getString());
                }
                parser.skipChildren();
            }
            return texts;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(SOURCE, "_id")));
    }
}
