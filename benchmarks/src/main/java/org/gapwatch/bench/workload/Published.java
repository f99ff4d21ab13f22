package org.gapwatch.bench.workload;

import java.time.Instant;
import org.gapwatch.contract.EventType;

/** One event as its publisher sends it: the CloudEvents attributes, and the data as JSON text. */
public record Published(EventType type, String source, String id, Instant time, String capability, String data) {
}
