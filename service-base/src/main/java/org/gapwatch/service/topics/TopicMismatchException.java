package org.gapwatch.service.topics;

/** The topics that exist cannot be worked with. The message says which, and what to do. */
public class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TopicMismatchException(String message) {
        super(message);
    }
}
