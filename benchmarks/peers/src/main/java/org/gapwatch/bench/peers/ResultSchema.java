package org.gapwatch.bench.peers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.contract.Topics;
import org.jspecify.annotations.Nullable;

/** Writes results as the alerts stream does. */
final class ResultSchema implements KafkaRecordSerializationSchema<Result>, KafkaDatasetFacetProvider {

    private static final long serialVersionUID = 1;

    private final String gaps;
    private final String alerts;

    ResultSchema(String gaps, String alerts) {
        this.gaps = gaps;
        this.alerts = alerts;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Result result, KafkaSinkContext context, @Nullable Long timestamp) {
        String topic = switch (result.output()) {
            case GAPS -> gaps;
            case ALERTS -> alerts;
            case REJECTIONS -> Topics.REJECTED_EVENTS;
        };
        String key = result.key();
        return new ProducerRecord<>(topic, result.partition() == Result.ANY ? null : result.partition(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8), result.value());
    }

    /** For the sink, which looks for open transactions on these topics as it starts. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(new DefaultKafkaDatasetFacet(
                DefaultKafkaDatasetIdentifier.ofTopics(List.of(gaps, alerts, Topics.REJECTED_EVENTS))));
    }
}
