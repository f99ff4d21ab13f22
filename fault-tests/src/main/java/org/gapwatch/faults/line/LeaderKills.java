package org.gapwatch.faults.line;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.contract.Topics;
import org.gapwatch.faults.system.Broker;
import org.gapwatch.faults.system.Wait;

/** kill -9 of one of three brokers: of the one that leads a partition, taken in turn from the feed's and a canonical one's. */
public final class LeaderKills implements Line {

    private static final int REPLICAS = 3;

    @Override
    public String name() {
        return "leader";
    }

    @Override
    public int brokers() {
        return REPLICAS;
    }

    @Override
    public List<Fault> faults() {
        return List.of(new Fault("kill -9 of one of three brokers (the leader)", 10, 1, scene -> {
            String topic = scene.random().nextBoolean() ? Topics.CAPABILITY_ALERTS : Topics.PROCUREMENT_ORDERS;
            Broker leader = leader(scene, topic);
            leader.kill();
            scene.broken();
            // The other two go on alone; it must not take the third to come back.
            scene.awaitBack();
            leader.startAndAwait();
            Wait.until("all replicas are in sync", () -> inSync(scene));
        }));
    }

    private static Broker leader(Scene scene, String topic) throws Exception {
        try (Admin admin = scene.system().admin()) {
            int id = admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next().partitions()
                    .getFirst().leader().id();
            return scene.system().brokers().stream().filter(broker -> broker.id() == id).findFirst().orElseThrow();
        }
    }

    private static boolean inSync(Scene scene) throws Exception {
        try (Admin admin = scene.system().admin()) {
            return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.isr().size() == partition.replicas().size());
        }
    }
}
