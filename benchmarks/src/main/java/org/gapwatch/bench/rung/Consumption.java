package org.gapwatch.bench.rung;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;

/** Reads topics from start to end with plain consumers, on as many threads as the stream has. */
final class Consumption {

    static final int THREADS = 2;
    private static final Duration POLL = Duration.ofMillis(100);

    /** What is done on one thread with what it reads; it is made before the clock starts. */
    interface Handler {

        void record(ConsumerRecord<byte[], byte[]> record);

        /** After the records of a poll that are of one partition, whose next offset is told. */
        void polled(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long next);

        /** After the last one. */
        void finished(KafkaConsumer<byte[], byte[]> consumer);
    }

    /** One thread's part. */
    private record Share(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Handler handler)
            implements
                Callable<Long>,
                AutoCloseable {

        @Override
        public Long call() {
            long count = 0;
            while (!ends.isEmpty()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (TopicPartition partition : records.partitions()) {
                    records.records(partition).forEach(handler::record);
                    handler.polled(consumer, partition, consumer.position(partition));
                }
                count += records.count();
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            handler.finished(consumer);
            return count;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    private final Cluster cluster;
    private final List<String> topics;
    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;

    Consumption(Cluster cluster, List<String> topics, Supplier<KafkaConsumer<byte[], byte[]>> consumers) {
        this.cluster = cluster;
        this.topics = topics;
        this.consumers = consumers;
    }

    /** Reads all there is. */
    Measured run(Supplier<Handler> handlers) throws Exception {
        List<Share> shares = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Map<TopicPartition, Long> ends : Cluster.deal(cluster.ends(topics), THREADS)) {
                KafkaConsumer<byte[], byte[]> consumer = consumers.get();
                consumer.assign(ends.keySet());
                consumer.seekToBeginning(ends.keySet());
                ends.keySet().forEach(consumer::position);
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                shares.add(new Share(consumer, ends, handlers.get()));
            }
            return Measured.of(() -> {
                long count = 0;
                for (Future<Long> one : threads.invokeAll(shares)) {
                    count += one.get();
                }
                return count;
            });
        } finally {
            shares.forEach(Share::close);
        }
    }
}
