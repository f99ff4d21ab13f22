package org.gapwatch.alerts.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.gapwatch.contract.Topics;

/**
 * How many partitions each canonical topic has; all have as many. Kafka is asked, once: the configured number is merely
 * the one that topics are created with where there are none. Safe for use by several threads.
 */
final class CanonicalPartitions implements IntSupplier {

    private final Map<String, Object> client;
    /** 0 until it is known. */
    private int partitions;

    /** Asks the brokers that the configuration of an admin client names. */
    CanonicalPartitions(Map<String, Object> client) {
        this.client = client;
    }

    /** The number; a {@link KafkaException} tells why the brokers did not answer. */
    @Override
    public synchronized int getAsInt() {
        if (partitions == 0) {
            partitions = ask();
        }
        return partitions;
    }

    private int ask() {
        try (var admin = Admin.create(client)) {
            return admin.describeTopics(List.of(Topics.PRODUCTION_LINES)).allTopicNames().get().values().iterator()
                    .next().partitions().size();
        } catch (ExecutionException e) {
            throw new KafkaException("The number of partitions of " + Topics.PRODUCTION_LINES + " is not known", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
