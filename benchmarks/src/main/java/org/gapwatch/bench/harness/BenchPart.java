package org.gapwatch.bench.harness;

import java.util.Set;

/** What measures one part of the benchmark, or several that are measured in turn. */
public interface BenchPart {

    /** Those it measures. */
    Set<Part> parts();

    /**
     * Measures those of its parts that the options ask for, and puts a row for each result into the report. An exception
     * fails the whole benchmark: results that are not right are not measured.
     */
    void run(Bed bed) throws Exception;
}
