package org.gapwatch.service.topics;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The id that Kafka gave a topic when it was created. A topic created anew under the same name has another. */
public final class TopicIdentity {

    private final Admin admin;
    private final String topic;

    /** Of that topic. */
    public TopicIdentity(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /** The id, asked of the broker now; a {@link KafkaException} where that cannot be had. */
    public String current() {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next().topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new KafkaException("Topic " + topic + " cannot be described", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
