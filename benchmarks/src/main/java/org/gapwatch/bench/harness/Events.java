package org.gapwatch.bench.harness;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Reading;

/** Reads the workload's events with the border's own reader. */
final class Events {

    private Events() {
    }

    static Event of(Published published) {
        Map<String, String> attributes = Map.of(
                "specversion", "1.0",
                "id", published.id(),
                "source", published.source(),
                "type", published.type().cloudEventsType(),
                "time", published.time().toString());
        Reading reading = EventReader
                .readBinary(attributes, "application/json", published.data().getBytes(StandardCharsets.UTF_8));
        return switch (reading) {
            case Reading.Accepted accepted -> accepted.event();
            case Reading.Rejected rejected -> throw new IllegalStateException(
                    "The workload made an event that is not acceptable: " + rejected.problems());
        };
    }
}
