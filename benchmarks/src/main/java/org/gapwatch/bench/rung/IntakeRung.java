package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;

/** Both front services as shipped, from the intake to the canonical topics. The clock stops when all is committed. */
final class IntakeRung implements Rung {

    private final Bed bed;

    IntakeRung(Bed bed) {
        this.bed = bed;
    }

    @Override
    public String name() {
        return "intake to canonical, both front services";
    }

    @Override
    public Measured run(int round) throws Exception {
        try (FrontServices services = FrontServices.start(bed)) {
            Measured measured = Measured.of(() -> {
                services.release();
                services.awaitIntake();
                return (long) bed.options().events();
            });
            complete(bed);
            return measured;
        }
    }

    /** All events are acceptable, so all of them must have come through, once each. */
    private static void complete(Bed bed) throws Exception {
        long events = bed.cluster().count(Cluster.CANONICAL);
        if (events != bed.options().events()) {
            throw new IllegalStateException(events + " of " + bed.options().events() + " events came through");
        }
    }
}
