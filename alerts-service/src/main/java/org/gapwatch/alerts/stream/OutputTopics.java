package org.gapwatch.alerts.stream;

import org.gapwatch.contract.Topics;

/**
 * Where the stream writes. A stream that processes everything anew, under another application id or with another number
 * of partitions, writes to new topics; readers then switch by configuration (docs/operations.md).
 *
 * @param gaps the topic of the gaps, partitioned as the canonical topics are
 * @param alerts the topic of the alerts, with one partition
 * @param rejected the topic of the rejections
 */
public record OutputTopics(String gaps, String alerts, String rejected) {

    /** The topics' usual names. */
    public static final OutputTopics USUAL = new OutputTopics(Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS,
            Topics.REJECTED_EVENTS);
}
