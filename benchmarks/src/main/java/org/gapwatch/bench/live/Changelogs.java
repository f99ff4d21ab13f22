package org.gapwatch.bench.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.bench.harness.Cluster;

/** The changelog topics of an application. */
final class Changelogs {

    private static final int THREADS = 2;
    private static final Duration POLL = Duration.ofMillis(100);

    private Changelogs() {
    }

    /** Their bytes, as the broker has them on disk. */
    static long bytes(Cluster cluster, String application) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            Set<String> topics = topics(admin, application);
            var brokers = admin.describeCluster().nodes().get().stream().map(node -> node.id()).toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                    .filter(replica -> topics.contains(replica.getKey().topic()))
                    .mapToLong(replica -> replica.getValue().size()).sum();
        }
    }

    /** How long plain consumers on two threads take to read them, and do nothing with what they read. */
    static double secondsToRead(Cluster cluster, String application) throws Exception {
        Map<TopicPartition, Long> ends;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            ends = cluster.ends(topics(admin, application));
        }
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> reading = new ArrayList<>();
            for (Map<TopicPartition, Long> share : Cluster.deal(ends, THREADS)) {
                reading.add(threads.submit(() -> read(cluster, share)));
            }
            for (Future<?> one : reading) {
                one.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void read(Cluster cluster, Map<TopicPartition, Long> ends) {
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.consumer("bench-changelogs")) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (!ends.isEmpty()) {
                consumer.poll(POLL);
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
    }

    private static Set<String> topics(Admin admin, String application) throws Exception {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(application + "-") && name.endsWith("-changelog"))
                .collect(Collectors.toSet());
    }
}
