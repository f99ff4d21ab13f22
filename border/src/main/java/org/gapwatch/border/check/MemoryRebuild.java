package org.gapwatch.border.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gapwatch.border.FrontService;
import org.gapwatch.border.write.BorderProducers;
import org.gapwatch.border.write.OutgoingRecords;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills the memory at start from the latest events of the service's canonical topics, before anything is accepted: after
 * the topics are set up, before the intake listener starts; until then HTTP is told to come again.
 */
@Component
public final class MemoryRebuild implements SmartLifecycle {

    /** After the topics are there (service-base), before listener containers start. */
    static final int PHASE = Integer.MAX_VALUE - 1500;

    private static final Logger LOG = LoggerFactory.getLogger(MemoryRebuild.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final FrontService service;
    private final EventMemory memory;
    private final BorderSettings settings;
    private final ConsumerFactory<?, ?> kafka;
    private final BorderProducers producers;
    private volatile boolean running;
    private volatile boolean done;

    MemoryRebuild(FrontService service, EventMemory memory, BorderSettings settings, ConsumerFactory<?, ?> kafka,
            BorderProducers producers) {
        this.service = service;
        this.memory = memory;
        this.settings = settings;
        this.kafka = kafka;
        this.producers = producers;
    }

    /** Whether events can be accepted. */
    public boolean done() {
        return done;
    }

    @Override
    public void start() {
        running = true;
        while (running && !done) {
            try (Consumer<byte[], byte[]> consumer = consumer("read_committed")) {
                producers.endWhatWasLeftOpen();
                rebuild(consumer);
                done = true;
            } catch (KafkaException e) {
                LOG.warn("The latest events cannot be read yet, trying again: {}", e.getMessage());
                pause();
            }
        }
    }

    private void rebuild(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = service.canonicalTopics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        var events = new AtomicInteger();
        new LatestRecords(consumer, ends(partitions), () -> running).read(settings.memory(), record -> {
            if (remember(record)) {
                events.incrementAndGet();
            }
        });
        LOG.info("Remembering {} events of {}", events, service.canonicalTopics());
    }

    /**
     * Also behind a transaction that somebody has left open: what was acknowledged over HTTP meanwhile lies there. It is
     * waited for until that is over.
     */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        try (Consumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
            return consumer.endOffsets(partitions);
        }
    }

    private boolean remember(ConsumerRecord<byte[], byte[]> record) {
        var reading = CanonicalRecord.reading(
                action -> record.headers().forEach(header -> action.accept(header.key(), header.value())),
                record.value());
        if (reading instanceof Reading.Accepted accepted) {
            boolean timeDefaulted = record.headers().lastHeader(OutgoingRecords.TIME_DEFAULTED) != null;
            memory.remember(accepted.event(), Content.of(accepted, timeDefaulted));
            return true;
        }
        return false;
    }

    private Consumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> config = new HashMap<>(kafka.getConfigurationProperties());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return new org.apache.kafka.clients.consumer.KafkaConsumer<>(config);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the broker.", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
