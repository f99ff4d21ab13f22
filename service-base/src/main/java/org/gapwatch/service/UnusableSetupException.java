package org.gapwatch.service;

/** The service cannot start with what it was given. The message says what is wrong, and what to do. */
public class UnusableSetupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a message for people. */
    public UnusableSetupException(String message) {
        super(message);
    }
}
