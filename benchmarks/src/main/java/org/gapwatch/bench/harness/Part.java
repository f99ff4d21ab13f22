package org.gapwatch.bench.harness;

import java.util.Locale;

/** The parts of the benchmark, in the order in which they run; letters are those of docs/benchmark.md. */
public enum Part {
    /** Micro-benchmarks of the pure core. */
    JMH,
    /** Whether an event costs the same however much is known. */
    GROWTH,
    /** Canonical topics to final gaps, against a Flink job. */
    A,
    /** The same, against plain consumers that write one row an event. */
    B,
    /** Intake to canonical, against plain consumers that write the same. */
    C,
    /** Intake to final gaps, against C and A one after the other. */
    D,
    /** Projection into MongoDB, against one unordered bulk write. */
    E,
    /** Events over HTTP, against an endpoint that only writes them to Kafka. */
    F,
    /** Intake to alert at a client of the feed. */
    LATENCY,
    /** The same while a new day touches everything. */
    NEWDAY,
    /** Many clients of the feed. */
    CLIENTS,
    /** From kill -9 to the first new alert. */
    RESTART,
    /** From the command to ready. */
    STARTUP,
    /** Heap and changelog bytes an order. */
    MEMORY;

    /** What the command line and the table call it. */
    public String label() {
        return name().length() == 1 ? name() : name().toLowerCase(Locale.ROOT);
    }
}
