package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.FinalGaps;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import java.nio.file.Path;

/**
 * The alerts pipeline as shipped, from the canonical topics to final gaps. Each run is a new application with output
 * topics of its own. The clock runs from the moment the stream is RUNNING until the right gaps are committed.
 */
public final class StreamRung implements Rung {

    private final Cluster cluster;
    private final FinalGaps finalGaps;
    private final Path directory;
    private final String label;
    private final long events;

    /** The rung, with its state under a directory; the label keeps its applications apart from others'. */
    public StreamRung(Cluster cluster, FinalGaps finalGaps, Path directory, String label, long events) {
        this.cluster = cluster;
        this.finalGaps = finalGaps;
        this.directory = directory;
        this.label = label;
        this.events = events;
    }

    @Override
    public String name() {
        return "alerts pipeline: canonical topics to final gaps";
    }

    @Override
    public Measured run(int round) throws Exception {
        try (RunningStream stream = RunningStream.start(cluster, directory, "bench-" + label + "-" + round)) {
            return Measured.of(() -> {
                finalGaps.await(cluster, stream.gapsTopic());
                return events;
            });
        }
    }
}
