package org.gapwatch.bench.peers;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** The job on a cluster of its own in this JVM. */
final class RunningJob implements AutoCloseable {

    private static final long LOOK_MS = 20;

    private final MiniCluster cluster;
    private final JobID id;

    private volatile boolean closed;

    private RunningJob(MiniCluster cluster, JobID id) {
        this.cluster = cluster;
        this.id = id;
    }

    /** Starts it, with its checkpoints under a directory, and waits until all its tasks are running. */
    static RunningJob start(String bootstrapServers, Path directory, PeerOptions options) throws Exception {
        Configuration configuration = PeerConfiguration.of(directory.resolve(options.group()), options);
        var graph = PeerJob.of(bootstrapServers, options, configuration).getStreamGraph().getJobGraph();
        var cluster = new MiniCluster(new MiniClusterConfiguration.Builder().setConfiguration(configuration)
                .setNumTaskManagers(1).setNumSlotsPerTaskManager(PeerJob.PARALLELISM).withRandomPorts().build());
        var job = new RunningJob(cluster, graph.getJobID());
        try {
            cluster.start();
            cluster.submitJob(graph).get();
            while (!job.running()) {
                Thread.sleep(LOOK_MS);
            }
            return job;
        } catch (Exception e) {
            job.close();
            throw e;
        }
    }

    private boolean running() throws Exception {
        AccessExecutionGraph graph = cluster.getExecutionGraph(id).get();
        if (graph.getState().isTerminalState()) {
            cluster.requestJobResult(id).get().toJobExecutionResult(RunningJob.class.getClassLoader());
        }
        return StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    /** Tells why it failed, should it do so before it is closed. */
    void onFailure(Consumer<Throwable> told) {
        var _ = cluster.requestJobResult(id).whenComplete((result, unknown) -> {
            if (!closed) {
                told.accept(unknown != null
                        ? unknown
                        : result.getSerializedThrowable().map(Throwable.class::cast)
                                .orElseGet(() -> new IllegalStateException("The job ended")));
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        cluster.closeAsync().join();
    }
}
