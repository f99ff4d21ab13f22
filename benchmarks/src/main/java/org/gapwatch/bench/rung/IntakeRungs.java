package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.FinalGaps;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import java.nio.file.Path;
import org.gapwatch.bench.rung.FrontServices.Settings;
import org.gapwatch.bench.workload.Published;

/**
 * The rungs that begin at the intake topics. The events are there before the clock starts; canonical topics are empty
 * then, and hold what the border wrote afterwards.
 */
public final class IntakeRungs {

    private static final int PROJECTION_SECONDS = 20;

    private final Cluster cluster;
    private final Settings settings;
    private final Iterable<Published> events;
    private final int count;

    /**
     * The rungs.
     *
     * @param mongoUri where the read models are kept
     * @param embedded whether that is the embedded server
     * @param count how many events there are
     */
    public IntakeRungs(Cluster cluster, String mongoUri, boolean embedded, Iterable<Published> events, int count) {
        this.cluster = cluster;
        settings = new Settings(cluster.bootstrapServers(), mongoUri, embedded);
        this.events = events;
        this.count = count;
    }

    private interface Work {
        Measured run(int round) throws Exception;
    }

    /** Both front services accept all events. */
    public Rung toCanonical() {
        return rung("intake to canonical", _ -> {
            try (FrontServices services = filled()) {
                return Measured.of(() -> {
                    services.intake();
                    services.awaitIntake();
                    return (long) count;
                });
            }
        });
    }

    /** Both front services and the alerts stream; the clock stops when the right gaps are committed. */
    public Rung toFinalGaps(FinalGaps finalGaps, Path directory) {
        return rung("intake to final gaps", round -> {
            try (FrontServices services = filled();
                    RunningStream stream = RunningStream.start(cluster, directory, "bench-intake-" + round)) {
                return Measured.of(() -> {
                    services.intake();
                    finalGaps.await(cluster, stream.gapsTopic());
                    return (long) count;
                });
            }
        });
    }

    /** The read models of lines, references and orders, built from the canonical topics. */
    public Rung projection() {
        return rung("read-model projection (at most " + PROJECTION_SECONDS + " s)", _ -> {
            try (FrontServices services = FrontServices.start(cluster, settings)) {
                services.dropViews();
                return Measured.of(() -> count - services.project(PROJECTION_SECONDS));
            }
        });
    }

    private FrontServices filled() throws Exception {
        cluster.empty(Cluster.INTAKE);
        cluster.empty(Cluster.CANONICAL);
        FrontServices services = FrontServices.start(cluster, settings);
        try {
            new Loader(cluster).toIntake(events);
            return services;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private static Rung rung(String name, Work work) {
        return new Rung() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Measured run(int round) throws Exception {
                return work.run(round);
            }
        };
    }
}
