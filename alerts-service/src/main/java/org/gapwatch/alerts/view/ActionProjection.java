package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.alerts.published.ActionJson;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.projection.Change;
import org.gapwatch.service.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** What operators did: {@code {_id: "capability:MEASURE", open: true, json: "..."}}. */
@Component
final class ActionProjection implements Projection {

    static final String COLLECTION = "operator-actions";
    static final String OPEN = "open";
    static final String JSON = "json";

    private static final Logger LOG = LoggerFactory.getLogger(ActionProjection.class);

    @Override
    public String name() {
        return COLLECTION;
    }

    @Override
    public String topic() {
        return Topics.OPERATOR_ACTIONS;
    }

    @Override
    public List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        try {
            var action = ActionJson.read(record.value());
            return List.of(Change.replace(action.subject().key(), new Document(OPEN, action.isOpen()).append(JSON,
                    new String(record.value(), UTF_8))));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException | JacksonException e) {
            LOG.warn("Passed over a record that is no action: {}-{}-{}", record.topic(), record.partition(),
                    record.offset(), e);
            return List.of();
        }
    }
}
