package org.gapwatch.alerts.compute;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.contract.Event;

/** Computes what a file of events comes to. */
public final class Compute {

    private Compute() {
    }

    /**
     * Reads events and writes what they come to as of a day.
     *
     * @param jsonl CloudEvents in structured mode, one a line; empty lines are skipped
     * @param today the day that counts as today; what is known only later is left out
     * @param out gets one line of JSON, {@code {"today": ..., "capabilities": {...}}}, and a line feed
     * @throws UnreadableEventsException where there are lines that are no acceptable event; then nothing is written
     */
    public static void run(InputStream jsonl, LocalDate today, Appendable out) throws IOException {
        write(EventLines.read(jsonl), today, out);
    }

    /** Writes what events come to as of a day; where two have the same source and id, the first counts. */
    static void write(Iterable<Event> events, LocalDate today, Appendable out) throws IOException {
        Map<String, Capability> capabilities = new TreeMap<>();
        for (Event event : events) {
            capabilities.computeIfAbsent(event.statement().capability(), Capability::new).add(event);
        }
        out.append("{\"today\": \"").append(today.toString()).append("\", \"capabilities\": {");
        String separator = "";
        for (Capability capability : capabilities.values()) {
            Assessment assessment = capability.assess(today);
            if (assessment != null) {
                out.append(separator);
                new AssessmentText(out).write(assessment);
                separator = ", ";
            }
        }
        out.append("}}\n");
    }
}
