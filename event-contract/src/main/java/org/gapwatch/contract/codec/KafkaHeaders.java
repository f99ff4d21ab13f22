package org.gapwatch.contract.codec;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a Kafka record, without a dependency on Kafka:
 * {@code action -> record.headers().forEach(h -> action.accept(h.key(), h.value()))}.
 */
@FunctionalInterface
public interface KafkaHeaders {

    /** Tells every header, in the order of the record. */
    void forEach(BiConsumer<String, byte @Nullable []> action);
}
