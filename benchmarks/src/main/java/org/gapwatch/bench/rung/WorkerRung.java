package org.gapwatch.bench.rung;

import java.nio.file.Path;
import java.util.List;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Java;
import org.gapwatch.bench.harness.Measured;

/** A stream in a process of its own, from the canonical topics to final gaps, with some settings. */
final class WorkerRung implements Rung {

    private static final String PEER = "org.gapwatch.bench.peers.FlinkPeer";

    private final Bed bed;
    private final String name;
    private final Worker worker;
    private final int checkpointMillis;
    private final String state;

    private WorkerRung(Bed bed, String name, Worker worker, int checkpointMillis, String state) {
        this.bed = bed;
        this.name = name;
        this.worker = worker;
        this.checkpointMillis = checkpointMillis;
        this.state = state;
    }

    /** Our process. */
    static Worker ours(Bed bed) throws Exception {
        return Worker.start(bed, Java.classPath(), StreamWorker.class.getName(), "stream");
    }

    /** Ours. */
    static WorkerRung ours(Bed bed, Worker worker) {
        return new WorkerRung(bed, "canonical topics to final gaps", worker, 100, "heap");
    }

    /** The peer's process; there is one for all its settings. */
    static Worker peer(Bed bed, Path libraries) throws Exception {
        return Worker.start(bed, libraries + "/*", PEER, "peer");
    }

    /** The peer, with checkpoints so often, and its state so. */
    static WorkerRung peer(Bed bed, Worker worker, int checkpointMillis, String state) {
        String every = checkpointMillis < 1_000 ? checkpointMillis + " ms" : checkpointMillis / 1_000 + " s";
        return new WorkerRung(bed, "Flink, " + state + ", " + every, worker, checkpointMillis, state);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measured run(int round) throws Exception {
        return worker.run(bed, application(Integer.toString(round)), checkpointMillis, state);
    }

    /** Milliseconds from an event on a canonical topic to its alert, with the state of all events, idle. */
    List<Double> latency(int probes) throws Exception {
        return worker.run(bed, application("latency"), checkpointMillis, state,
                (outputs, _) -> OutputLatency.measure(bed.cluster(), outputs, probes));
    }

    private String application(String run) {
        return "bench-" + name.replaceAll("[^A-Za-z0-9]+", "-") + "-" + run;
    }
}
