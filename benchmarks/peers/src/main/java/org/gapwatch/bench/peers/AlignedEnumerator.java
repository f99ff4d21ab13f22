package org.gapwatch.bench.peers;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.jspecify.annotations.Nullable;

/** Kafka's enumerator, whose assignments an {@link AlignedContext} corrects. */
final class AlignedEnumerator implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

    private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka;
    private final AlignedContext context;

    AlignedEnumerator(SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka, AlignedContext context) {
        this.kafka = kafka;
        this.context = context;
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {
        kafka.handleSplitRequest(subtask, host);
    }

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {
        context.assign(splits);
    }

    @Override
    public void addReader(int subtask) {
        kafka.addReader(subtask);
        context.assignWaiting(subtask);
    }

    @Override
    public KafkaSourceEnumState snapshotState(long checkpoint) throws Exception {
        return kafka.snapshotState(checkpoint);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        kafka.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void close() throws IOException {
        kafka.close();
    }
}
