package org.gapwatch.bench.rung;

import org.gapwatch.alerts.stream.OutputTopics;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.contract.Topics;

/** The topics that one run of a stream writes to; nobody else does, and they are gone afterwards. */
record Outputs(Cluster cluster, String application) implements AutoCloseable {

    static Outputs create(Cluster cluster, String application) throws Exception {
        Outputs outputs = new Outputs(cluster, application);
        cluster.create(outputs.gaps(), outputs.alerts());
        return outputs;
    }

    OutputTopics topics() {
        return new OutputTopics(gaps(), alerts(), Topics.REJECTED_EVENTS);
    }

    String gaps() {
        return application + ".gaps";
    }

    String alerts() {
        return application + ".alerts";
    }

    @Override
    public void close() throws Exception {
        cluster.delete(gaps(), alerts());
        cluster.deleteOf(application);
    }
}
