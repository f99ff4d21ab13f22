package org.gapwatch.alerts.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

    private final ThreadFailures failures = new ThreadFailures();

    @Test
    void whatAnotherProducerOrAnotherTryMendsIsTriedAgain() {
        List.of(new TimeoutException(), new InvalidTxnStateException(""), new TransactionAbortedException(),
                new TransactionAbortableException(""), new InvalidProducerEpochException(""),
                new ProducerFencedException(""), new InvalidPidMappingException(""),
                new OutOfOrderSequenceException(""), new UnknownServerException(),
                // A broker that ends a transaction just as another ends its producer answers so.
                new KafkaException("Unhandled error in EndTxnResponse: The server experienced an unexpected error"))
                .forEach(
                        cause -> assertThat(failures.handle(new StreamsException("commit", cause)))
                                .as("%s", cause).isEqualTo(REPLACE_THREAD));
    }

    @Test
    void whatWouldFailAgainStopsTheStream() {
        List.of(new RecordTooLargeException(), new TopicAuthorizationException("topic"),
                new FencedInstanceIdException("two of one name"), new IllegalStateException("our mistake"),
                new KafkaException("in an error state", new RecordTooLargeException())).forEach(
                        cause -> assertThat(failures.handle(new StreamsException("process", cause)))
                                .as("%s", cause).isEqualTo(SHUTDOWN_CLIENT));
    }
}
