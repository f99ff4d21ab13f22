package org.gapwatch.border.submit;

import java.util.List;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.Problem;
import org.jspecify.annotations.Nullable;

/** What became of one event. */
public sealed interface Outcome {

    /** It is accepted, and written unless it was only checked. */
    record Accepted(Event event) implements Outcome {
    }

    /** It is rejected, and its rejection is written unless it was only checked. */
    record Rejected(@Nullable String id, List<Problem> problems) implements Outcome {
    }
}
