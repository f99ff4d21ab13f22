package org.gapwatch.bench.growth;

import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.statement.Scratch;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.alerts.stream.publication.PublishedCapability;
import org.gapwatch.bench.harness.Message;
import org.gapwatch.bench.workload.Workload;

/** Capabilities with a history behind them, evaluated and published once. */
final class Known {

    private final List<Capability> capabilities = new ArrayList<>();
    private final List<PublishedCapability> published = new ArrayList<>();
    private final Scratch scratch = new Scratch();
    private long bytes;

    Known(History history) {
        for (int i = 0; i < history.capabilities(); i++) {
            Capability capability = new Capability(History.code(i), scratch);
            history.tell(i, event -> capability.add(Message.of(event).read()));
            capabilities.add(capability);
            published.add(new PublishedCapability());
            evaluate(i);
        }
    }

    /** What the stream does with a record: reads it, and adds the event to its capability. */
    void add(int capability, Message message) {
        capabilities.get(capability).add(message.read());
    }

    /** What the stream does with a capability that was touched: assesses it, and publishes what differs. */
    void evaluate(int capability) {
        Capability assessed = capabilities.get(capability);
        PublishedCapability last = published.get(capability);
        for (Change change : last.changes(assessed.code(), assessed.assess(Workload.TODAY), true)) {
            last.apply(change);
            byte[] value = change.value();
            bytes += value == null ? 0 : value.length;
        }
    }

    /** How much was published so far. */
    long bytes() {
        return bytes;
    }
}
