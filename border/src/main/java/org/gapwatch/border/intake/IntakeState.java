package org.gapwatch.border.intake;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the latest batch could be written. Safe for use by several threads. */
@Component
final class IntakeState {

    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    IntakeState() {
    }

    /** A batch was committed. */
    void worked() {
        failure.set(null);
    }

    /** A batch was rolled back, and comes again. */
    void failed(Exception e) {
        failure.set(e.getCause() == null ? e.toString() : e.getCause().toString());
    }

    /** Why the latest batch was rolled back; null where it was not. */
    @Nullable
    String failure() {
        return failure.get();
    }
}
