package org.gapwatch.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** That the check of the feed's records finds what is not as it must be. */
class RevisionsTest {

    private static final String OPEN = "{\"on\":\"2026-01-01\",\"phase\":\"WIDENING\"}";
    private static final String RESOLVED = "{\"on\":\"2026-02-01\",\"phase\":\"RESOLVED\"}";

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private RevisionsTest told(String id, int revision, String status, String resolvedOn, String transitions) {
        String json = """
                {"alertId":"%s","capability":"c","measure":"OUTPUT","status":"%s","resolvedOn":%s,"revision":%d,"transitions":[%s]}"""
                .formatted(id, status, resolvedOn, revision, transitions);
        records.add(Records.of(records.size(), id, json));
        return this;
    }

    private Findings findings() {
        Findings findings = new Findings();
        Revisions.check(records, findings);
        return findings;
    }

    @Test
    void whatIsRightIsFoundRight() {
        told("a", 1, "ACTIVE", "null", OPEN).told("a", 2, "WITHDRAWN", "null", OPEN)
                .told("b", 1, "ACTIVE", "null", OPEN).told("b", 2, "RESOLVED", "\"2026-02-01\"", OPEN + "," + RESOLVED)
                .told("a", 3, "ACTIVE", "null", OPEN);
        assertThat(findings().words()).isEmpty();
    }

    @Test
    void aRevisionTwiceAndOneLeftOutAreFound() {
        told("a", 1, "ACTIVE", "null", OPEN).told("a", 1, "ACTIVE", "null", OPEN)
                .told("a", 3, "ACTIVE", "null", OPEN);
        assertThat(findings().duplicated()).isEqualTo(1);
        assertThat(findings().lost()).isEqualTo(1);
    }

    @Test
    void twoActiveAtATimeAreFound() {
        told("a", 1, "ACTIVE", "null", OPEN).told("b", 1, "ACTIVE", "null", OPEN);
        assertThat(findings().words()).singleElement().asString().contains("a is active when b becomes so");
    }

    @Test
    void transitionsThatMakeNoEpisodeAreFound() {
        told("a", 1, "ACTIVE", "null", OPEN + "," + RESOLVED).told("b", 1, "RESOLVED", "\"2026-02-01\"", RESOLVED)
                .told("c", 1, "RESOLVED", "\"2026-02-01\"", OPEN);
        assertThat(findings().wrong()).isEqualTo(3);
    }
}
