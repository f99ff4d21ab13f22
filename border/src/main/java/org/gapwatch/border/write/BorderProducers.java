package org.gapwatch.border.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.border.FrontService;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** The border's two producers: one writes in transactions, for the intake; one event by event, for HTTP. */
@Component
public final class BorderProducers implements DisposableBean {

    /** A transaction that is not ended is aborted by the broker after this long; until then readers wait for it. */
    static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private final DefaultKafkaProducerFactory<byte[], byte[]> transactional;
    private final DefaultKafkaProducerFactory<byte[], byte[]> direct;
    private final int intakeThreads;

    /**
     * @param base Boot's factory, for its connection settings only
     * @param instance the instance's name, kept over restarts so that what a dead one left open is ended at once; or empty
     */
    BorderProducers(ProducerFactory<?, ?> base, FrontService service,
            @Value("${gapwatch.group-instance-id:}") String instance,
            @Value("${gapwatch.border.intake-threads:2}") int intakeThreads) {
        this.intakeThreads = intakeThreads;
        transactional = new DefaultKafkaProducerFactory<>(inTransactions(base.getConfigurationProperties()));
        transactional.setTransactionIdPrefix(
                service.intakeGroup() + "-" + (instance.isEmpty() ? UUID.randomUUID() : instance) + "-");

        Map<String, Object> oneByOne = ofBoth(base.getConfigurationProperties());
        // A person waits: give up in time to say so, yet outlast a change of leader.
        oneByOne.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        oneByOne.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        oneByOne.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        oneByOne.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 1);
        direct = new DefaultKafkaProducerFactory<>(oneByOne);
    }

    /** How the producers that write in transactions are configured, given how to connect; but for their transactional ids. */
    public static Map<String, Object> inTransactions(Map<String, Object> connection) {
        Map<String, Object> config = ofBoth(connection);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // Committing flushes, so lingering only fills batches while the rest of the poll is worked on.
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        // The next transaction is refused until the broker has ended the one before, which takes it some milliseconds; the
        // default of 100 would make each transaction last that long.
        config.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        return config;
    }

    private static Map<String, Object> ofBoth(Map<String, Object> connection) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return config;
    }

    /** Makes producers that write in transactions only. */
    public ProducerFactory<byte[], byte[]> transactional() {
        return transactional;
    }

    /**
     * Ends what an earlier process of the same name left open, as far as it had one producer for each intake thread: readers
     * wait for that. The producers are kept for the intake.
     */
    public void endWhatWasLeftOpen() {
        List<Producer<byte[], byte[]>> opened = new ArrayList<>();
        try {
            for (int i = 0; i < intakeThreads; i++) {
                opened.add(transactional.createProducer());
            }
        } finally {
            opened.forEach(Producer::close);
        }
    }

    /** Makes the producer that all HTTP requests share. */
    public ProducerFactory<byte[], byte[]> direct() {
        return direct;
    }

    @Override
    public void destroy() {
        transactional.destroy();
        direct.destroy();
    }
}
