package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.jspecify.annotations.Nullable;

/** The first two rungs: reading the canonical topics, without and with parsing. */
public final class ReadRungs {

    private ReadRungs() {
    }

    /** Reads the records and does nothing with them. */
    public static Rung raw(Cluster cluster) {
        return rung(cluster, "raw consumption of the canonical topics", false);
    }

    /** Reads and parses them. */
    public static Rung parsed(Cluster cluster) {
        return rung(cluster, "consumption with parsing", true);
    }

    private static Rung rung(Cluster cluster, String name, boolean parse) {
        Consumption consumption = new Consumption(cluster, Cluster.CANONICAL);
        return new Rung() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Measured run(int round) throws Exception {
                return consumption.run("bench-read", () -> new Count(parse));
            }
        };
    }

    /** Parses a canonical record; null where it is none. */
    static @Nullable Event parse(ConsumerRecord<byte[], byte[]> record) {
        return CanonicalRecord.read(
                action -> record.headers().forEach(header -> action.accept(header.key(), header.value())),
                record.value());
    }

    /** Sums something up, so that nothing can be optimised away. */
    private static final class Count implements Consumption.Handler {
        private final boolean parse;
        private long sum;

        Count(boolean parse) {
            this.parse = parse;
        }

        @Override
        public void record(ConsumerRecord<byte[], byte[]> record) {
            if (parse) {
                Event event = parse(record);
                if (event == null) {
                    throw new IllegalStateException("Not a canonical record: offset " + record.offset());
                }
                sum += event.time().getEpochSecond();
            } else {
                sum += record.value().length;
            }
        }

        @Override
        public void polled(KafkaConsumer<byte[], byte[]> consumer) {
            // Nothing to do after a poll.
        }

        @Override
        public void finished(KafkaConsumer<byte[], byte[]> consumer) {
            if (sum == 0) {
                throw new IllegalStateException("There was nothing to read");
            }
        }
    }
}
