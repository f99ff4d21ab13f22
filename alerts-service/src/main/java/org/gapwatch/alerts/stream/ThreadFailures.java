package org.gapwatch.alerts.stream;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread fails. What the brokers may answer otherwise next time (away, overloaded, electing) is
 * tried again by a new thread, without limit; so is what they will not have from this thread's producer any more, for the
 * new thread has one of its own: a broker that was away for longer than a transaction may take has given it up; and so is
 * what went wrong inside a broker. Everything else would fail again on the same record: the stream stops, in state ERROR,
 * which liveness shows; nothing is skipped.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (transientCause(failure)) {
            LOG.warn("A stream thread failed and is replaced: {}", failure.toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("The stream stops, for its thread would fail again", failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean transientCause(Throwable failure) {
        for (@Nullable
        Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || isOfTheProducer(cause) || isOfTheBroker(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheProducer(Throwable cause) {
        return cause instanceof InvalidTxnStateException || cause instanceof TransactionAbortedException
                || cause instanceof TransactionAbortableException || cause instanceof InvalidProducerEpochException
                || cause instanceof ProducerFencedException || cause instanceof InvalidPidMappingException
                || cause instanceof OutOfOrderSequenceException;
    }

    /** The producer's own word for an answer that it knows no other for is a plain exception without a cause. */
    private static boolean isOfTheBroker(Throwable cause) {
        return cause instanceof UnknownServerException
                || cause.getClass() == KafkaException.class && cause.getCause() == null;
    }
}
