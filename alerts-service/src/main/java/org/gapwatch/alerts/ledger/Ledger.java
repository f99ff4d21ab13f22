package org.gapwatch.alerts.ledger;

import java.util.Arrays;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.fold.MonthAmounts;

/** The cells of each day on which a statement of the capability that changes anything is known. */
public final class Ledger {

    private static final int UNTOUCHED = Integer.MAX_VALUE;

    /** The days, ascending; days without cells are left out. */
    private int[] days = {};
    private Cells[] cells = {};
    private int size;
    private int lastUsed;
    private int touchedFrom = UNTOUCHED;
    private final Standing standing = new Standing(this);
    private final Window window = new Window(this);

    /** What stands as of the day it was last moved to. */
    public Standing standing() {
        return standing;
    }

    /** What was changed on the days it was last moved to. */
    public Window window() {
        return window;
    }

    /**
     * Adds what a statement changes.
     *
     * @param day the day from which on the statement is known
     * @param type the statement's type
     * @param change lines and reference output: steps; orders: outstanding by due month
     */
    public void add(int day, EventType type, MonthAmounts change) {
        for (int i = 0; i < change.size(); i++) {
            add(day, type, change.month(i), change.amount(i));
        }
    }

    /** Adds what a statement changes in one month. */
    public void add(int day, EventType type, int month, long amount) {
        cellsOf(day).add(type, month, amount);
        if (day <= standing.day()) {
            standing.add(type, month, amount);
        }
        if (window.contains(day)) {
            window.add(type, month, amount);
        }
        touchedFrom = Math.min(touchedFrom, day);
    }

    /** The earliest day to which anything was added since {@link #settle()}; {@code Integer.MAX_VALUE} where none was. */
    public int touchedFrom() {
        return touchedFrom;
    }

    /** Says that everything added so far has been evaluated. */
    public void settle() {
        touchedFrom = UNTOUCHED;
    }

    /** How many days have cells and lie on or before a day. */
    int daysUpTo(int day) {
        int found = Arrays.binarySearch(days, 0, size, day);
        return found < 0 ? -found - 1 : found + 1;
    }

    int size() {
        return size;
    }

    int day(int index) {
        return days[index];
    }

    Cells cells(int index) {
        return cells[index];
    }

    private Cells cellsOf(int day) {
        if (lastUsed < size && days[lastUsed] == day) {
            return cells[lastUsed];
        }
        int at = size > 0 && days[size - 1] < day ? size : Arrays.binarySearch(days, 0, size, day);
        if (at >= 0 && at < size) {
            lastUsed = at;
            return cells[at];
        }
        at = at < 0 ? -at - 1 : at;
        if (size == days.length) {
            days = Arrays.copyOf(days, size + size / 8 + 8);
            cells = Arrays.copyOf(cells, days.length);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(cells, at, cells, at + 1, size - at);
        days[at] = day;
        cells[at] = new Cells();
        size++;
        lastUsed = at;
        standing.dayInserted(day);
        return cells[at];
    }
}
