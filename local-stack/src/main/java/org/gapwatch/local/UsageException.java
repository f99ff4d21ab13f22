package org.gapwatch.local;

/** Something that the person at the terminal can put right; the message says what is wrong and what to do, in whole sentences. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
