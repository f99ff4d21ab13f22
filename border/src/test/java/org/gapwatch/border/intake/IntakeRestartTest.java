package org.gapwatch.border.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

class IntakeRestartTest {

    private static final int FAILURES = 2;

    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void aListenerThatCannotBeStartedIsTriedAgain() {
        var container = container();
        var restart = new IntakeRestart(container);
        restart.onStopped(new ConsumerStoppedEvent(this, container, ConsumerStoppedEvent.Reason.FENCED));
        await().atMost(Duration.ofSeconds(20)).until(() -> starts.get() > FAILURES);
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container() {
        var properties = new ContainerProperties("intake");
        properties.setGroupId("intake");
        properties.setMessageListener((MessageListener<byte[], byte[]>) _ -> {
        });
        return new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(Map.of()), properties) {
            @Override
            protected void doStart() {
                if (starts.incrementAndGet() <= FAILURES) {
                    throw new KafkaException("away on purpose");
                }
            }
        };
    }
}
