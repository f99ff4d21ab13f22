package org.gapwatch.bench.harness;

import java.util.concurrent.Callable;

/**
 * What a run took.
 *
 * @param events how many events went through
 * @param nanos elapsed time
 * @param cpuNanos CPU time of this process, all threads; the broker's is not in it
 */
public record Measured(long events, long nanos, long cpuNanos) {

    /** Events a second. */
    public double rate() {
        return events * 1e9 / nanos;
    }

    /** Microseconds of CPU time an event. */
    public double cpuMicros() {
        return cpuNanos / 1e3 / events;
    }

    /** Measures some work that tells how many events it dealt with. */
    public static Measured of(Callable<Long> work) throws Exception {
        long cpu = Cpu.ofProcess();
        long start = System.nanoTime();
        long events = work.call();
        return new Measured(events, System.nanoTime() - start, Cpu.ofProcess() - cpu);
    }

    /** Measures work on so many events that tells when it was over, by {@link System#nanoTime()}. */
    public static Measured upTo(long events, Callable<Long> end) throws Exception {
        long cpu = Cpu.ofProcess();
        long start = System.nanoTime();
        long over = end.call();
        return new Measured(events, over - start, Cpu.ofProcess() - cpu);
    }
}
