package org.gapwatch.alerts.stream;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.gapwatch.alerts.stream.state.CapabilityStoreBuilder;
import org.gapwatch.alerts.stream.state.ProcessIdStore;
import org.gapwatch.contract.Topics;

/** The topology: one stage, since everything about a capability lies in one partition. */
public final class AlertsTopology {

    static final String EVALUATION = "evaluation";
    static final String GAPS = "gaps";
    static final String ALERTS = "alerts";
    static final String REJECTIONS = "rejections";

    private AlertsTopology() {
    }

    /** The topology that writes to the given topics. */
    public static Topology of(OutputTopics outputs, Evaluation evaluation) {
        var bytes = new ByteArrayDeserializer();
        var topology = new Topology();
        topology.addSource(AutoOffsetReset.earliest(), "canonical-events", new BrokerTime(), bytes, bytes,
                Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT, Topics.PROCUREMENT_ORDERS);
        topology.addProcessor(EVALUATION, () -> new CapabilityProcessor(evaluation), "canonical-events");
        topology.addStateStore(new CapabilityStoreBuilder(), EVALUATION);
        topology.addStateStore(ProcessIdStore.builder(), EVALUATION);
        var keys = new StringSerializer();
        var values = new ByteArraySerializer();
        topology.addSink(GAPS, outputs.gaps(), keys, values, new ByCapability(), EVALUATION);
        topology.addSink(ALERTS, outputs.alerts(), keys, values, (_, _, _, _) -> Optional.of(Set.of(0)), EVALUATION);
        topology.addSink(REJECTIONS, outputs.rejected(), keys, values, EVALUATION);
        return topology;
    }
}
