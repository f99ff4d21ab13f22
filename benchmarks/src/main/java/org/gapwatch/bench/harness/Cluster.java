package org.gapwatch.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.topics.TopicDefinitions;
import org.gapwatch.service.topics.TopicSettings;

/** The broker that is measured on, its topics, and clients for it. */
public final class Cluster implements AutoCloseable {

    /** The canonical topics. */
    public static final List<String> CANONICAL = List
            .of(Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT, Topics.PROCUREMENT_ORDERS);
    /** The intake topics. */
    public static final List<String> INTAKE = List.of(Topics.INTAKE_PRODUCTION, Topics.INTAKE_PROCUREMENT);
    /** How many partitions topics have, as by default. */
    public static final int PARTITIONS = 6;

    private final String bootstrapServers;
    private final Admin admin;

    /** A cluster whose topics are created as the services create them. */
    public Cluster(String bootstrapServers) throws ExecutionException, InterruptedException {
        this.bootstrapServers = bootstrapServers;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        create(Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS);
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates what is missing, with other topics for the stream's output. */
    public void create(String gaps, String alerts) throws ExecutionException, InterruptedException {
        create(new TopicDefinitions(new TopicSettings(PARTITIONS, (short) 1, 1, gaps, alerts)).all());
    }

    /** Creates a topic with as many partitions as the others, where it is missing. */
    public void createPlain(String name) throws ExecutionException, InterruptedException {
        create(List.of(new NewTopic(name, PARTITIONS, (short) 1)));
    }

    private void create(List<NewTopic> topics) throws ExecutionException, InterruptedException {
        var created = admin.createTopics(topics);
        for (var topic : created.values().values()) {
            try {
                topic.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** Where each partition of some topics ends now. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) throws ExecutionException, InterruptedException {
        return offsets(topics, OffsetSpec.latest());
    }

    /** How many records some topics hold, not counting transactions' markers. */
    public long count(List<String> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends(topics);
        long count = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("bench-count")) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                count += consumer.poll(Duration.ofMillis(100)).count();
            }
        }
        return count;
    }

    /** Up to where a consumer group has committed what it read. */
    public Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    /** Takes the topics away and creates them anew, empty; nobody may be reading or writing them. */
    public void recreate(List<String> topics) throws ExecutionException, InterruptedException {
        delete(topics.toArray(String[]::new));
        Set<String> gone = Set.copyOf(topics);
        Await.until("the topics are gone",
                () -> Collections.disjoint(admin.listTopics().names().get(), gone));
        create(Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS);
    }

    /** Forgets what a consumer group has read; it may have no members. */
    public void forget(String group) throws ExecutionException, InterruptedException {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    /** Empties topics, without taking them away. */
    public void empty(Collection<String> topics) throws ExecutionException, InterruptedException {
        var all = ends(topics).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
        admin.deleteRecords(all).all().get();
    }

    /** Takes topics away, and what they hold from the disk, at once. */
    public void delete(String... topics) throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Stream.of(topics).collect(Collectors.toMap(
                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                _ -> List.of(new AlterConfigOp(new ConfigEntry("file.delete.delay.ms", "0"), OpType.SET))))).all()
                .get();
        admin.deleteTopics(List.of(topics)).all().get();
    }

    /** Takes away the topics that a stream made for itself, which begin with its application's name. */
    public void deleteOf(String application) throws ExecutionException, InterruptedException {
        delete(admin.listTopics().names().get().stream().filter(topic -> topic.startsWith(application + "-"))
                .toArray(String[]::new));
    }

    private Map<TopicPartition, Long> offsets(Collection<String> topics, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions().forEach(p -> asked.put(new TopicPartition(topic.name(), p.partition()), spec));
        }
        var answers = admin.listOffsets(asked).all().get();
        Map<TopicPartition, Long> offsets = new TreeMap<>(
                (a, b) -> a.topic().equals(b.topic())
                        ? Integer.compare(a.partition(), b.partition())
                        : a.topic().compareTo(b.topic()));
        answers.forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    /** A consumer of committed records, from the start of what it is assigned. */
    public KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrapServers);
        config.put("group.id", group);
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        config.put("isolation.level", "read_committed");
        config.put("max.poll.records", 2000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that waits for all acknowledgements, with further settings. */
    public KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrapServers);
        config.put("acks", "all");
        config.putAll(settings);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Deals partitions out to a number of threads. */
    public static List<Map<TopicPartition, Long>> deal(Map<TopicPartition, Long> ends, int threads) {
        List<Map<TopicPartition, Long>> shares = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            shares.add(new HashMap<>());
        }
        ends.forEach((partition, end) -> shares.get(partition.partition() % threads).put(partition, end));
        return shares;
    }

    @Override
    public void close() {
        admin.close();
    }
}
