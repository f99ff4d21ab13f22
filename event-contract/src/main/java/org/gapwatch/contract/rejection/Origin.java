package org.gapwatch.contract.rejection;

/** Where a rejected event came from. */
public sealed interface Origin {

    /** A record on a topic. */
    record Record(String topic, int partition, long offset) implements Origin {
    }

    /**
     * An HTTP request.
     *
     * @param request the request's id, made by the service and told in its answer
     * @param index the event's place in the request, from 0
     */
    record Request(String request, int index) implements Origin {
    }
}
