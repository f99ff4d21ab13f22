package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.projection.Change;
import org.gapwatch.service.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was sent wrongly: {@code {_id: source, tally}} for each source, and {@code {_id: source and code, source, code, tally,
 * latest}} for each kind of problem of a source, with the latest rejection as it was written. A source that could not be
 * read is the empty one.
 */
@Component
final class RejectionsProjection implements Projection {

    static final String COLLECTION = "rejected-by-source";
    static final String CODE = "code";
    static final String LATEST = "latest";

    private static final Logger LOG = LoggerFactory.getLogger(RejectionsProjection.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return COLLECTION;
    }

    @Override
    public String topic() {
        return Topics.REJECTED_EVENTS;
    }

    @Override
    public List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        JsonNode rejection = read(record);
        if (rejection == null) {
            return List.of();
        }
        var source = rejection.path("source").asString("");
        Set<String> codes = new LinkedHashSet<>();
        rejection.path("problems").forEach(problem -> codes.add(problem.path("code").asString("")));
        List<Change> changes = new ArrayList<>();
        // A source never begins with a line feed, nor has one.
        changes.add(new Change("\n" + source, known -> Tally.counted(known, source, record.timestamp())));
        for (String code : codes) {
            changes.add(
                    new Change("\n" + source + "\n" + code, known -> Tally.counted(known, source, record.timestamp())
                            .append(CODE, code).append(LATEST, new String(record.value(), UTF_8))));
        }
        return changes;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(Tally.SOURCE)));
    }

    private static @Nullable JsonNode read(ConsumerRecord<byte[], byte[]> record) {
        try {
            var json = record.value() == null ? null : JSON.readTree(record.value());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // told below
        }
        LOG.warn("Passed over a record that is no rejection: {}-{}-{}", record.topic(), record.partition(),
                record.offset());
        return null;
    }
}
