package org.gapwatch.border.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Problem;

/** What one transaction or request will count once it is written, and not before. */
public final class Tally {

    private final Map<EventType, Integer> accepted = new EnumMap<>(EventType.class);
    private final List<List<Problem>> rejected = new ArrayList<>();

    /** Nothing yet. */
    public Tally() {
    }

    /** An event of this type was accepted. */
    public void accept(EventType type) {
        accepted.merge(type, 1, Integer::sum);
    }

    /** An event was rejected for these problems. */
    public void reject(List<Problem> problems) {
        rejected.add(problems);
    }

    /** It is written. */
    public void count(BorderMetrics metrics) {
        accepted.forEach(metrics::accepted);
        rejected.forEach(metrics::rejected);
    }
}
