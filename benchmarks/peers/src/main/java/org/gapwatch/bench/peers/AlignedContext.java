package org.gapwatch.bench.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

/**
 * Gives each partition to the subtask that has its key group, whichever the enumerator meant it for; what is for a subtask
 * that is not there yet waits for it. Used by one thread, the coordinator's.
 */
final class AlignedContext implements SplitEnumeratorContext<KafkaPartitionSplit> {

    private final SplitEnumeratorContext<KafkaPartitionSplit> context;
    private final Partitions partitions;
    private final Map<Integer, List<KafkaPartitionSplit>> waiting = new HashMap<>();

    AlignedContext(SplitEnumeratorContext<KafkaPartitionSplit> context, Partitions partitions) {
        this.context = context;
        this.partitions = partitions;
    }

    @Override
    public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignment) {
        assignment.assignment().values().forEach(this::assign);
    }

    /** Assigns splits, or keeps them for their subtasks. */
    void assign(Collection<KafkaPartitionSplit> splits) {
        for (KafkaPartitionSplit split : splits) {
            int subtask = partitions.subtask(split.getPartition(), currentParallelism());
            waiting.computeIfAbsent(subtask, _ -> new ArrayList<>()).add(split);
        }
        registeredReaders().keySet().forEach(this::assignWaiting);
    }

    /** Assigns what waited for a subtask that is there now. */
    void assignWaiting(int subtask) {
        List<KafkaPartitionSplit> splits = waiting.remove(subtask);
        if (splits != null) {
            context.assignSplits(new SplitsAssignment<>(Map.of(subtask, splits)));
        }
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
        return context.metricGroup();
    }

    @Override
    public void sendEventToSourceReader(int subtask, SourceEvent event) {
        context.sendEventToSourceReader(subtask, event);
    }

    @Override
    public int currentParallelism() {
        return context.currentParallelism();
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        return context.registeredReaders();
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        context.callAsync(callable, handler);
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelayMillis,
            long periodMillis) {
        context.callAsync(callable, handler, initialDelayMillis, periodMillis);
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
        context.runInCoordinatorThread(runnable);
    }
}
