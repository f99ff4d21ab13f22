package org.gapwatch.alerts.capability;

import java.time.LocalDate;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.alerts.statement.Scratch;
import org.gapwatch.alerts.statement.Statements;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One capability: its statements, ledger, series and alerts, kept up to date as events are added in any order. Not safe
 * for use by several threads.
 *
 * <p>
 * What it says is a pure function of the set of events added and of the day asked for (docs/gap-model.md).
 */
public final class Capability {

    private final String code;
    private final Ledger ledger = new Ledger();
    private final Statements statements;
    private boolean touched;
    private @Nullable MeasureTrack coverage;
    private @Nullable MeasureTrack output;

    /** A capability of which nothing is known yet. */
    public Capability(String code) {
        this(code, new Scratch());
    }

    /** The same, with what it works with while an event is added. */
    public Capability(String code, Scratch scratch) {
        this.code = code;
        statements = new Statements(code, ledger, scratch);
    }

    /** The capability's code. */
    public String code() {
        return code;
    }

    /**
     * Adds an accepted event. Cheap also for many events in any order: what has to be sorted in waits for
     * {@link #assess}.
     *
     * @return false where the event was seen before, and so changed nothing
     * @throws IllegalArgumentException where the event is about another capability
     */
    public boolean add(Event event) {
        Statement statement = event.statement();
        if (!statement.capability().equals(code)) {
            throw new IllegalArgumentException("The event " + event.id() + " of " + event.source() + " is about "
                    + statement.capability() + ": add it to that capability, not to " + code);
        }
        if (!statements.add(event)) {
            return false;
        }
        touched = true;
        return true;
    }

    /** Whether an event was added since the last assessment. */
    public boolean touched() {
        return touched;
    }

    /**
     * What is known as of a day. Costs what changed since the assessment before, from the earliest day touched on; the day
     * may also lie before that of the last assessment.
     *
     * @return null where nothing is known by that day
     * @throws IllegalArgumentException where the day lies after 2100-12-31, up to where the model goes
     */
    public @Nullable Assessment assess(LocalDate today) {
        if (today.getYear() > 2100) {
            throw new IllegalArgumentException(
                    "The model goes up to 2100-12-31; set the clock right, it says " + today);
        }
        statements.settle();
        touched = false;
        int firstDay = statements.firstDay();
        if (today.toEpochDay() < firstDay) {
            coverage = null;
            output = null;
            return null;
        }
        int day = Months.day(today);
        if (coverage == null || output == null || coverage.firstDay() != firstDay) {
            coverage = new MeasureTrack(Measure.COVERAGE, ledger, firstDay);
            output = new MeasureTrack(Measure.OUTPUT, ledger, firstDay);
        }
        evaluate(coverage, output, day);
        int before = Months.threeMonthsBefore(day);
        return new Assessment(code, today, LocalDate.ofEpochDay(firstDay), coverage.assess(day, before),
                output.assess(day, before));
    }

    /** Evaluates the days that are new or were touched, and leaves the ledger standing on the day. */
    private void evaluate(MeasureTrack coverageTrack, MeasureTrack outputTrack, int today) {
        int from = Math.min(Math.min(ledger.touchedFrom(), coverageTrack.lastDay() + 1), today + 1);
        coverageTrack.begin(from, today);
        outputTrack.begin(from, today);
        for (int day = from; day <= today; day++) {
            ledger.standing().moveTo(day);
            int before = Months.threeMonthsBefore(day);
            coverageTrack.evaluate(day, before);
            outputTrack.evaluate(day, before);
        }
        ledger.standing().moveTo(today);
        ledger.settle();
    }
}
