package org.gapwatch.alerts.stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the stream is run.
 *
 * @param applicationId the consumer group, and the first part of the changelog's name; another one processes all canonical
 *            events anew, for which the output topics must be new as well (docs/operations.md)
 * @param threads how many partitions are worked on at once, 1 or more; of no use beyond the number of partitions; null for
 *            one a processor
 * @param standbyReplicas how many other instances keep a copy of the state, so that they can take over without restoring
 *            it, 0 or more
 */
@ConfigurationProperties("gapwatch.stream")
record StreamProperties(@DefaultValue("gapwatch-alerts") String applicationId, @Nullable Integer threads,
        @DefaultValue("0") int standbyReplicas) {

    StreamProperties {
        if (!applicationId.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("gapwatch.stream.application-id must be 1 to 100 letters, digits, dots,"
                    + " hyphens and underscores, but is '" + applicationId + "'.");
        }
        require(threads == null || threads >= 1, "threads", "1 or more", threads);
        require(standbyReplicas >= 0, "standby-replicas", "0 or more", standbyReplicas);
    }

    /** How many partitions are worked on at once, of so many. */
    int threads(int partitions) {
        return threads == null ? Math.min(partitions, Runtime.getRuntime().availableProcessors()) : threads;
    }

    private static void require(boolean holds, String property, String range, @Nullable Integer value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "gapwatch.stream." + property + " must be " + range + ", but is " + value + ".");
        }
    }
}
