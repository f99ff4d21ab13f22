package org.gapwatch.alerts.feed;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.gapwatch.alerts.feed.FeedEvent.Kind;

/** The two topics that the feed is made of. */
record FeedTopics(FeedTopic alerts, FeedTopic actions) {

    /** Their ids, asked of the broker now. */
    EventId.Topics ids() {
        return new EventId.Topics(alerts.id(), actions.id());
    }

    /** For how long no record of either is compacted away. */
    Duration reach() {
        Duration ofAlerts = alerts.reach();
        Duration ofActions = actions.reach();
        return ofAlerts.compareTo(ofActions) < 0 ? ofAlerts : ofActions;
    }

    /** A consumer that reads both from their beginning. */
    Consumer<byte[], byte[]> read() {
        var consumer = alerts.consumer();
        try {
            var both = List.of(alerts.partition(), actions.partition());
            consumer.assign(both);
            consumer.seekToBeginning(both);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Whether the consumer has read both to their ends. */
    boolean isRead(Consumer<byte[], byte[]> consumer) {
        return alerts.isRead(consumer) && actions.isRead(consumer);
    }

    FeedTopic of(Kind kind) {
        return kind == Kind.ALERT ? alerts : actions;
    }

    /** Which of the two has that name. */
    Kind kind(String topic) {
        return topic.equals(alerts.partition().topic()) ? Kind.ALERT : Kind.ACTION;
    }
}
