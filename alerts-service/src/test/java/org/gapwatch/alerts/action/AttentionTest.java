package org.gapwatch.alerts.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.gapwatch.alerts.action.Action.Moment;
import org.gapwatch.alerts.action.Lapse.Because;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Measure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an acknowledgement lapses, and when all that was done has ended. */
class AttentionTest {

    private static final Subject SUBJECT = new Subject("artillery.155mm", Measure.COVERAGE);
    private static final String TOPIC = "topic";
    private static final String FIRST = "artillery.155mm:COVERAGE:2026-06-01";
    private static final String MOVED = "artillery.155mm:COVERAGE:2026-05-20";
    private static final Instant TIME = Instant.parse("2026-11-27T08:00:00Z");

    private final Attention attention = new Attention();
    private long offset;

    @BeforeEach
    void begin() {
        attention.begin(TOPIC);
    }

    @Test
    void holdsWhileMereNumbersChange() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        active(FIRST, Severity.WATCH, Phase.HOLDING);
        assertThat(attention.due(true)).isEmpty();
    }

    @Test
    void lapsesWhereTheAlertIsMoreSevereAlsoIfItEasesAtOnce() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        active(FIRST, Severity.CRITICAL, Phase.WIDENING);
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        assertThat(because(false)).containsExactly(Because.MORE_SEVERE);
    }

    @Test
    void lapsesWhereTheGapWidensAgain() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        active(FIRST, Severity.WARNING, Phase.HOLDING);
        assertThat(attention.due(true)).isEmpty();
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        assertThat(because(true)).containsExactly(Because.WIDENS_AGAIN);
    }

    @Test
    void lapsesWhereItWidensThatWasAcknowledgedWhileItNarrowed() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.NARROWING));
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        assertThat(because(true)).containsExactly(Because.WIDENS_AGAIN);
    }

    @Test
    void survivesACorrectionThatMovesTheOpeningDay() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        withdrawn(FIRST, TIME);
        // A reader may see the half of a transaction.
        assertThat(attention.due(false)).isEmpty();
        alert(MOVED, AlertStatus.ACTIVE, Severity.WARNING, Phase.WIDENING, TIME.plusMillis(20));
        withdrawn(FIRST, TIME.plusMillis(30));
        assertThat(attention.due(true)).isEmpty();
    }

    @Test
    void endsWhereNoAlertIsActive() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        withdrawn(FIRST, TIME);
        assertThat(because(true)).containsExactly(Because.NO_ALERT);
    }

    /** As a service sees it that was not there meanwhile, and reads all of it at once. */
    @Test
    void endsWhereNoAlertWasActiveForAWhile() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        withdrawn(FIRST, TIME);
        alert("artillery.155mm:COVERAGE:2026-11-27", AlertStatus.ACTIVE, Severity.WATCH, Phase.WIDENING,
                TIME.plusSeconds(11));
        assertThat(because(true)).containsExactly(Because.NO_ALERT);
    }

    /** Another alert may open in the transaction in which the one before is resolved: that is another matter. */
    @Test
    void endsWhereTheAlertIsResolvedAlsoIfTheNextOneOpensAtOnce() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        alert(FIRST, AlertStatus.RESOLVED, Severity.WARNING, Phase.RESOLVED, TIME);
        active("artillery.155mm:COVERAGE:2026-11-27", Severity.WATCH, Phase.WIDENING);
        assertThat(because(false)).containsExactly(Because.NO_ALERT);
    }

    @Test
    void lapsesWhereItWidenedAgainOnADayOfWhichNoRecordTells() {
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        attention.alert(
                new AlertState(FIRST, SUBJECT, AlertStatus.ACTIVE, Severity.WARNING, Phase.WIDENING, true, ++offset),
                TIME);
        assertThat(because(true)).containsExactly(Because.WIDENS_AGAIN);
    }

    /** Whatever happens, it comes to the same whether the action is read first, last or in between. */
    @Test
    void comesToTheSameInWhateverOrderTheTopicsAreRead() {
        var random = new Random(4711);
        for (int set = 0; set < 2_000; set++) {
            List<AlertState> records = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                records.add(new AlertState("alert-" + random.nextInt(2), SUBJECT,
                        AlertStatus.values()[random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0],
                        Severity.values()[random.nextInt(3)], Phase.values()[random.nextInt(3)], false, i));
            }
            int at = random.nextInt(records.size());
            Action action = Action.acknowledged(null, records.get(at), "Anna", moment(at));
            var due = new HashSet<List<Attention.Due>>();
            for (int actionAfter = 0; actionAfter <= records.size(); actionAfter++) {
                attention.begin(TOPIC);
                for (int i = 0; i <= records.size(); i++) {
                    if (i == actionAfter) {
                        attention.action(action);
                    }
                    if (i < records.size()) {
                        attention.alert(records.get(i), TIME.plusSeconds(6L * i));
                    }
                }
                due.add(attention.due(true));
            }
            assertThat(due).as(records + " " + action).hasSize(1);
        }
    }

    /** What another instance has read, and this one has not, is not taken to be otherwise. */
    @Test
    void waitsUntilItHasReadWhatTheActWasAsOf() {
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        alert(FIRST, AlertStatus.RESOLVED, Severity.WARNING, Phase.RESOLVED, TIME);
        AlertState next = state(MOVED, AlertStatus.ACTIVE, Severity.WATCH, Phase.WIDENING, 3);
        attention.action(Action.acknowledged(null, next, "Anna", moment(3)));
        assertThat(attention.due(true)).isEmpty();
        attention.alert(next, TIME);
        assertThat(attention.due(true)).isEmpty();
    }

    @Test
    void notesEndWithTheAlertAndNotBefore() {
        AlertState alert = active(FIRST, Severity.WATCH, Phase.HOLDING);
        attention.action(Action.noted(null, SUBJECT, "n", "Anna", "Asked the plant.", moment(alert.offset())));
        active(FIRST, Severity.CRITICAL, Phase.WIDENING);
        assertThat(attention.due(true)).isEmpty();
        withdrawn(FIRST, TIME);
        assertThat(because(true)).containsExactly(Because.NO_ALERT);
    }

    @Test
    void whatWasBeforeTheActIsNoReason() {
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        active(FIRST, Severity.CRITICAL, Phase.WIDENING);
        acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        assertThat(attention.due(true)).isEmpty();
        // Read anew, after a restart, and the action before the alerts.
        Action action = Action.acknowledged(null, state(FIRST, AlertStatus.ACTIVE, Severity.WARNING, Phase.WIDENING, 3),
                "Anna",
                moment(3));
        attention.begin(TOPIC);
        attention.action(action);
        offset = 0;
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        active(FIRST, Severity.CRITICAL, Phase.WIDENING);
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        assertThat(attention.due(true)).isEmpty();
    }

    @Test
    void whatCameBetweenTheLookAndTheActCounts() {
        AlertState seen = active(FIRST, Severity.WARNING, Phase.WIDENING);
        active(FIRST, Severity.CRITICAL, Phase.WIDENING);
        acknowledge(seen);
        assertThat(because(true)).containsExactly(Because.MORE_SEVERE);
    }

    /** A topic that is being filled anew must not end what it has not come to yet. */
    @Test
    void survivesAnAlertsTopicThatIsFilledAnew() {
        Action action = acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        attention.begin("another");
        attention.action(action);
        assertThat(attention.due(true)).isEmpty();
        offset = 0;
        active(FIRST, Severity.WARNING, Phase.WIDENING);
        assertThat(attention.due(true)).isEmpty();
    }

    @Test
    void isDueUntilALaterRevisionTellsIt() {
        Action action = acknowledge(active(FIRST, Severity.WARNING, Phase.WIDENING));
        AlertState alert = active(FIRST, Severity.CRITICAL, Phase.WIDENING);
        assertThat(attention.due(true)).isEqualTo(attention.due(true))
                .containsExactly(new Attention.Due(SUBJECT, 1, Because.MORE_SEVERE));
        attention.action(action.lapsed(Because.MORE_SEVERE, moment(alert.offset())));
        assertThat(attention.due(true)).isEmpty();
    }

    private Action acknowledge(AlertState alert) {
        Action action = Action.acknowledged(null, alert, "Anna", moment(alert.offset()));
        attention.action(action);
        return action;
    }

    private static Moment moment(long alertsOffset) {
        return new Moment(TIME, TOPIC, alertsOffset);
    }

    private List<Because> because(boolean complete) {
        return attention.due(complete).stream().map(Attention.Due::because).toList();
    }

    private AlertState active(String alertId, Severity severity, Phase phase) {
        return alert(alertId, AlertStatus.ACTIVE, severity, phase, TIME);
    }

    private void withdrawn(String alertId, Instant writtenAt) {
        var _ = alert(alertId, AlertStatus.WITHDRAWN, Severity.WARNING, Phase.WIDENING, writtenAt);
    }

    private AlertState alert(String alertId, AlertStatus status, Severity severity, Phase phase, Instant writtenAt) {
        AlertState alert = state(alertId, status, severity, phase, ++offset);
        attention.alert(alert, writtenAt);
        return alert;
    }

    private static AlertState state(String alertId, AlertStatus status, Severity severity, Phase phase, long offset) {
        return new AlertState(alertId, SUBJECT, status, severity, phase, false, offset);
    }
}
