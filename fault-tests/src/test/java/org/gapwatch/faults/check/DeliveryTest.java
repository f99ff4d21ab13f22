package org.gapwatch.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.faults.load.Acknowledged;
import org.gapwatch.faults.load.Publication;
import org.gapwatch.faults.load.Publication.Fate;
import org.junit.jupiter.api.Test;

/** That what was lost, came twice, or went where it should not is found. */
class DeliveryTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final Acknowledged acknowledged = new Acknowledged();
    private final List<ConsumerRecord<byte[], byte[]>> intake = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> canonical = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> rejected = new ArrayList<>();

    private static Publication publication(String tag, String id, Fate fate) {
        Event event = fate == Fate.REJECTED ? null : new Event("s", id, TIME, new OrderStatement.Cancelled("o", "c"));
        return new Publication(tag, fate, "type", "s", id, TIME.toString(), "{}", EntityKind.ORDER, event);
    }

    private void acknowledgedOverKafka(String tag, Fate fate) {
        acknowledged.attempt(publication(tag, tag, fate), false);
        acknowledged.acknowledge(publication(tag, tag, fate));
        inIntake(tag);
    }

    private void acknowledgedOverHttp(String tag, Fate fate, int attempts) {
        for (int i = 0; i < attempts; i++) {
            acknowledged.attempt(publication(tag, tag, fate), true);
        }
        acknowledged.acknowledge(publication(tag, tag, fate));
    }

    private void inIntake(String tag) {
        intake.add(Records.of(intake.size(), "", "{\"note\":\"#" + tag + "#\"}"));
    }

    private void accepted(String tag) {
        canonical.add(Records.of(canonical.size(), "c", "{\"note\":\"#" + tag + "#\"}"));
    }

    private void rejected(String tag) {
        rejected.add(Records.of(rejected.size(), "", "{\"original\":\"#" + tag + "#\"}"));
    }

    private Findings findings() {
        Findings findings = new Findings();
        new Delivery(intake, canonical, rejected).check(acknowledged, false, findings);
        return findings;
    }

    @Test
    void whatIsRightIsFoundRight() {
        acknowledgedOverKafka("good", Fate.ACCEPTED);
        accepted("good");
        acknowledgedOverKafka("bad", Fate.REJECTED);
        rejected("bad");
        acknowledgedOverHttp("again", Fate.ACCEPTED, 3);
        accepted("again");
        accepted("again");
        assertThat(findings().words()).isEmpty();
    }

    @Test
    void whatIsBehindTheBorderInNoTopicIsLost() {
        acknowledgedOverKafka("good", Fate.ACCEPTED);
        acknowledgedOverKafka("bad", Fate.REJECTED);
        acknowledgedOverHttp("over-http", Fate.ACCEPTED, 1);
        assertThat(findings().lost()).isEqualTo(3);
    }

    @Test
    void whatIsAcknowledgedAndNotInTheIntakeIsLost() {
        acknowledgedOverKafka("good", Fate.ACCEPTED);
        accepted("good");
        intake.clear();
        assertThat(findings().lost()).isEqualTo(1);
    }

    @Test
    void whatIsThereMoreOftenThanSentIsDuplicated() {
        acknowledgedOverKafka("good", Fate.ACCEPTED);
        acknowledgedOverHttp("over-http", Fate.ACCEPTED, 1);
        for (String tag : List.of("good", "over-http")) {
            accepted(tag);
            accepted(tag);
        }
        assertThat(findings().duplicated()).isEqualTo(2);
    }

    @Test
    void whatIsAcceptedAndRejectedIsWrong() {
        acknowledgedOverKafka("both", Fate.ACCEPTED);
        inIntake("both");
        accepted("both");
        rejected("both");
        assertThat(findings().words()).singleElement().asString().startsWith("wrong: accepted and rejected");
    }

    @Test
    void whatGoesTheOtherWayIsWrong() {
        acknowledgedOverKafka("good", Fate.ACCEPTED);
        rejected("good");
        acknowledgedOverKafka("bad", Fate.REJECTED);
        accepted("bad");
        assertThat(findings().wrong()).isEqualTo(2);
    }

    @Test
    void whatAWrongClockAcceptsOrRejectsIsCounted() {
        acknowledgedOverKafka("ahead", Fate.AHEAD);
        rejected("ahead");
        acknowledgedOverKafka("far-ahead", Fate.FAR_AHEAD);
        accepted("far-ahead");
        assertThat(findings().wrong()).isEqualTo(2);
        Findings findings = new Findings();
        Delivery delivery = new Delivery(intake, canonical, rejected);
        delivery.check(acknowledged, true, findings);
        assertThat(findings.words()).isEmpty();
        assertThat(delivery.rejectedAhead()).isEqualTo(1);
        assertThat(delivery.acceptedFarAhead()).isEqualTo(1);
        assertThat(delivery.accepted()).hasSize(1);
    }

    @Test
    void oneOfTwoContentsOfAnIdIsAccepted() {
        for (String tag : List.of("one", "other")) {
            Publication publication = publication(tag, "id", Fate.EITHER);
            acknowledged.attempt(publication, true);
            acknowledged.acknowledge(publication);
            accepted(tag);
        }
        assertThat(findings().words()).singleElement().asString().startsWith("wrong: 2 contents accepted");
        canonical.removeLast();
        rejected("other");
        assertThat(findings().words()).isEmpty();
    }

    @Test
    void whatNobodyPublishedIsWrong() {
        accepted("stranger");
        assertThat(findings().wrong()).isEqualTo(1);
    }
}
