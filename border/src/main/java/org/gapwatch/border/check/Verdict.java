package org.gapwatch.border.check;

import java.util.List;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.Reading;
import org.jspecify.annotations.Nullable;

/** What the border has decided on an event. */
public sealed interface Verdict {

    /** It is accepted, and reserved; {@code known} if the very same event was accepted before. */
    record Accept(Reading.Accepted reading, boolean known) implements Verdict {
    }

    /** It is rejected, for all of these problems. */
    record Reject(@Nullable String source, @Nullable String id, List<Problem> problems) implements Verdict {
    }

    /** It contradicts what is being written just now; check it again. */
    record Wait(Recall.Busy busy) implements Verdict {
    }
}
