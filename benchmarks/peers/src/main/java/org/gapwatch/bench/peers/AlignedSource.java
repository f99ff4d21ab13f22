package org.gapwatch.bench.peers;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A Kafka source whose subtasks read the partitions whose key groups they have, of all topics alike. The usual one deals
 * partitions out by a hash of each topic's name, so that a capability's events would come from several subtasks.
 */
final class AlignedSource
        implements
            Source<Canonical, KafkaPartitionSplit, KafkaSourceEnumState>,
            ResultTypeQueryable<Canonical> {

    private static final long serialVersionUID = 1;

    private final KafkaSource<Canonical> kafka;
    private final Partitions partitions;

    AlignedSource(KafkaSource<Canonical> kafka, Partitions partitions) {
        this.kafka = kafka;
        this.partitions = partitions;
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        var aligned = new AlignedContext(context, partitions);
        return new AlignedEnumerator(kafka.createEnumerator(aligned), aligned);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state) throws Exception {
        var aligned = new AlignedContext(context, partitions);
        return new AlignedEnumerator(kafka.restoreEnumerator(aligned, state), aligned);
    }

    @Override
    public SourceReader<Canonical, KafkaPartitionSplit> createReader(SourceReaderContext context) throws Exception {
        return kafka.createReader(context);
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return kafka.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }

    @Override
    public TypeInformation<Canonical> getProducedType() {
        return kafka.getProducedType();
    }
}
