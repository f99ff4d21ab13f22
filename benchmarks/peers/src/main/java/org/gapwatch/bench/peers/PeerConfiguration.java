package org.gapwatch.bench.peers;

import java.nio.file.Path;
import org.apache.flink.changelog.fs.FsStateChangelogOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;

/** Flink's own settings, with checkpoints under a directory. */
final class PeerConfiguration {

    private PeerConfiguration() {
    }

    static Configuration of(Path directory, PeerOptions options) {
        String checkpoints = directory.toUri().toString();
        var configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints);
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.parse("1mb"));
        configuration.set(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(StateBackendOptions.STATE_BACKEND, options.backend());
        if (options.changelog()) {
            configuration.set(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG, true);
            configuration.set(StateChangelogOptions.STATE_CHANGE_LOG_STORAGE, "filesystem");
            configuration.set(FsStateChangelogOptions.BASE_PATH, directory.resolve("changelog").toUri().toString());
        }
        Path restore = options.restore();
        if (restore != null) {
            // The checkpoint is the job's own from then on; with a changelog nothing else is possible.
            configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, restore.toUri().toString());
        }
        // RocksDB's blocks and memtables; the heap is the JVM's.
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse("512mb"));
        return configuration;
    }
}
