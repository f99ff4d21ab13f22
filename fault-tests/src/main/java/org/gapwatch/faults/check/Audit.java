package org.gapwatch.faults.check;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.contract.Topics;
import org.gapwatch.faults.load.Acknowledged;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.RunningSystem;

/** Compares all that a system tells with the naive computation over exactly what was acknowledged. */
public final class Audit {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long AGAIN_AFTER_MILLIS = 1_000;

    private final RunningSystem system;
    private final Acknowledged acknowledged;
    private final List<FeedClient> feeds;
    private final boolean clocksWereOff;

    /**
     * An audit of a system on which there is no load any more.
     *
     * @param feeds clients of its feed, of which the first began before there was anything
     * @param clocksWereOff whether what is ahead of its time may have gone the other way
     */
    public Audit(RunningSystem system, Acknowledged acknowledged, List<FeedClient> feeds,
            boolean clocksWereOff) {
        this.system = system;
        this.acknowledged = acknowledged;
        this.feeds = feeds;
        this.clocksWereOff = clocksWereOff;
    }

    /** Looks until everything holds, for two minutes at most; what does not hold then never will. */
    public Findings settle() throws InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Findings findings = new Findings();
            try {
                Quiet.check(system, findings);
                if (findings.none() || System.nanoTime() > limit) {
                    check(findings);
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                findings.wrong("it cannot be looked at: " + e);
            }
            if (findings.none() || System.nanoTime() > limit) {
                return findings;
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MILLIS);
        }
    }

    private void check(Findings findings) throws Exception {
        String kafka = system.bootstrapServers();
        List<ConsumerRecord<byte[], byte[]>> canonical = Topic.read(kafka, Topics.PRODUCTION_LINES,
                Topics.REFERENCE_OUTPUT, Topics.PROCUREMENT_ORDERS);
        List<ConsumerRecord<byte[], byte[]>> rejections = Topic.read(kafka, Topics.REJECTED_EVENTS);
        Delivery delivery = new Delivery(Topic.read(kafka, Topics.INTAKE_PRODUCTION, Topics.INTAKE_PROCUREMENT),
                canonical, rejections);
        delivery.check(acknowledged, clocksWereOff, findings);
        if (clocksWereOff) {
            findings.note(delivery.rejectedAhead() + " rejected by a clock that was behind");
            findings.note(delivery.acceptedFarAhead() + " accepted by a clock that was ahead");
        }

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Outputs outputs = new Outputs(Oracle.expect(delivery.accepted(), today));
        List<ConsumerRecord<byte[], byte[]>> alerts = Topic.read(kafka, Topics.CAPABILITY_ALERTS);
        outputs.checkKafka(Topic.read(kafka, Topics.CAPABILITY_GAPS), alerts, findings);
        outputs.checkMongo(system.database(), findings);
        outputs.checkRest(system.service(Kind.ALERTS), findings);

        Map<String, Integer> times = new HashMap<>();
        acknowledged.all().forEach(entry -> times.merge(
                Entities.name(entry.publication().source(), entry.publication().id()),
                delivery.canonical(entry.publication().tag()), Integer::sum));
        Entities entities = new Entities(delivery.accepted(), times);
        entities.checkMongo(system.database(), findings);
        entities.checkRest(system, findings);
        new RecordViews(canonical, rejections).checkMongo(system.database(), findings);

        Revisions.check(alerts, findings);
        for (FeedClient feed : feeds) {
            feed.check(alerts, feed == feeds.getFirst(), findings);
        }
    }
}
