package org.gapwatch.border.submit;

import org.jspecify.annotations.Nullable;

/** The broker has not acknowledged everything: what was sent may or may not be written, and is to be sent again. */
public final class NotWrittenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what a person can do about it. */
    public NotWrittenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
