package org.gapwatch.local.stack;

import org.jspecify.annotations.Nullable;

/** A service could not start; the message names it and gives the innermost reason. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackException(String service, @Nullable Throwable cause) {
        super(service + " could not start: " + innermost(cause), cause);
    }

    private static String innermost(@Nullable Throwable thrown) {
        var reason = "";
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        return reason;
    }
}
