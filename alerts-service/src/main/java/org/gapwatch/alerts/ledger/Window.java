package org.gapwatch.alerts.ledger;

import org.gapwatch.contract.EventType;

/** What the statements known on the days of a stretch of time changed, by type of event and month. */
public final class Window {

    private final Ledger ledger;
    private final Cells sums = new Cells();
    /** The stretch is empty at first: it begins after a day and goes up to another. */
    private int after;
    private int upTo;

    Window(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Moves to the days after one and up to another. */
    public void moveTo(int newAfter, int newUpTo) {
        if (newAfter >= upTo || newUpTo <= after) {
            sums.clear();
            addDays(newAfter, newUpTo);
        } else {
            addDays(newAfter, after);
            addDays(upTo, newUpTo);
            subtractDays(after, newAfter);
            subtractDays(newUpTo, upTo);
            sums.dropZeros();
        }
        after = newAfter;
        upTo = newUpTo;
    }

    /** How many cells there are; several may be of the same type and month. */
    public int size() {
        return sums.size();
    }

    /** The type of event of a cell. */
    public EventType type(int index) {
        return sums.type(index);
    }

    /** The month of a cell. */
    public int month(int index) {
        return sums.month(index);
    }

    /** The amount of a cell. */
    public long amount(int index) {
        return sums.amount(index);
    }

    boolean contains(int day) {
        return after < day && day <= upTo;
    }

    void add(EventType type, int month, long amount) {
        sums.add(type, month, amount);
    }

    private void addDays(int afterDay, int upToDay) {
        for (int i = ledger.daysUpTo(afterDay); i < ledger.size() && ledger.day(i) <= upToDay; i++) {
            sums.addAll(ledger.cells(i));
        }
    }

    private void subtractDays(int afterDay, int upToDay) {
        for (int i = ledger.daysUpTo(afterDay); i < ledger.size() && ledger.day(i) <= upToDay; i++) {
            sums.subtractAll(ledger.cells(i));
        }
    }
}
