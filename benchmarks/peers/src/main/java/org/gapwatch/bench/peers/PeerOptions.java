package org.gapwatch.bench.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job is run.
 *
 * @param group names the consumers and the transactions; new for each job
 * @param gaps the topic of the gaps, partitioned as the canonical topics are
 * @param alerts the topic of the alerts, with one partition
 * @param checkpointInterval from one checkpoint to the next
 * @param backend Flink's name of the state backend: hashmap or rocksdb
 * @param changelog whether changes of the state are written as they happen, so that a checkpoint has little left to write
 * @param today the day of all results; null for the UTC date of the clock
 * @param restore the directory of the checkpoint to begin with; null for none
 */
record PeerOptions(String group, String gaps, String alerts, Duration checkpointInterval, String backend,
        boolean changelog, @Nullable LocalDate today, @Nullable Path restore) {

    static final String USAGE = "GROUP GAPS-TOPIC ALERTS-TOPIC CHECKPOINT-MS hashmap|rocksdb[+changelog]"
            + " YYYY-MM-DD|clock [CHECKPOINT-DIRECTORY]";

    private static final String CHANGELOG = "+changelog";

    /** What the words of {@link #USAGE} say; an {@link IllegalArgumentException} where they do not fit it. */
    static PeerOptions of(List<String> words) {
        if (words.size() != 6 && words.size() != 7) {
            throw new IllegalArgumentException("usage: run " + USAGE);
        }
        String backend = words.get(4);
        boolean changelog = backend.endsWith(CHANGELOG);
        String today = words.get(5);
        return new PeerOptions(words.get(0), words.get(1), words.get(2),
                Duration.ofMillis(Long.parseLong(words.get(3))),
                changelog ? backend.substring(0, backend.length() - CHANGELOG.length()) : backend, changelog,
                today.equals("clock") ? null : LocalDate.parse(today),
                words.size() == 6 ? null : Path.of(words.get(6)));
    }
}
