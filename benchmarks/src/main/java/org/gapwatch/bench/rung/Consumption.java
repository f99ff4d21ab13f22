package org.gapwatch.bench.rung;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from start to end on as many threads as the stream has. */
final class Consumption {

    static final int THREADS = 2;
    private static final Duration POLL = Duration.ofMillis(100);

    /** What is done on one thread with what it reads. */
    interface Handler extends AutoCloseable {

        void record(ConsumerRecord<byte[], byte[]> record);

        /** After each poll. */
        void polled(KafkaConsumer<byte[], byte[]> consumer);

        @Override
        void close();
    }

    private final Cluster cluster;
    private final List<String> topics;

    Consumption(Cluster cluster, List<String> topics) {
        this.cluster = cluster;
        this.topics = topics;
    }

    /** Reads all there is, and tells how many records there were. */
    long run(String group, Supplier<Handler> handlers) throws ExecutionException, InterruptedException {
        List<Future<Long>> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Map<TopicPartition, Long> share : Cluster.deal(cluster.ends(topics), THREADS)) {
                counts.add(threads.submit(() -> read(group, share, handlers.get())));
            }
        }
        long count = 0;
        for (Future<Long> one : counts) {
            count += one.get();
        }
        return count;
    }

    private long read(String group, Map<TopicPartition, Long> ends, Handler handler) {
        long count = 0;
        try (handler; KafkaConsumer<byte[], byte[]> consumer = cluster.consumer(group)) {
            consumer.assign(ends.keySet());
            while (!ends.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    handler.record(record);
                    count++;
                }
                handler.polled(consumer);
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            return count;
        }
    }
}
