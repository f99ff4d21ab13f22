package org.gapwatch.alerts.ledger;

import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.EventType;

/** What stands as of one day: the sum of all that is known on or before it. */
public final class Standing {

    private final Ledger ledger;
    private final MonthSums outstanding = new MonthSums();
    private final MonthSums capacitySteps = new MonthSums();
    private final MonthSums referenceSteps = new MonthSums();
    private int day = Integer.MIN_VALUE;
    private int month;
    /** How many of the ledger's days are in the sums: those up to {@link #day}. */
    private int daysIn;
    private Amount overdue = Amount.ZERO;
    private Amount capacity = Amount.ZERO;
    private Amount reference = Amount.ZERO;
    private int version;

    Standing(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The day as of which this stands. */
    public int day() {
        return day;
    }

    /** The month of {@link #day()}. */
    public int month() {
        return month;
    }

    /** Differs from what it was before wherever anything that is told here may differ, but for the day within its month. */
    public int version() {
        return version;
    }

    /** What is outstanding of all orders and due before the running month. */
    public Amount overdue() {
        return overdue;
    }

    /** What is outstanding of all orders and due in a month. */
    public Amount outstanding(int dueIn) {
        return outstanding.get(dueIn);
    }

    /** The capacity of all lines in the running month. */
    public Amount capacity() {
        return capacity;
    }

    /** The capacity of all lines in a month less that in the month before. */
    public Amount capacityStep(int inMonth) {
        return capacitySteps.get(inMonth);
    }

    /** The reference output of all parties in the running month. */
    public Amount reference() {
        return reference;
    }

    /** The reference output of all parties in a month less that in the month before. */
    public Amount referenceStep(int inMonth) {
        return referenceSteps.get(inMonth);
    }

    /** What the lines still make in the running month, after this day. */
    public Amount restOfMonth() {
        return rest(capacity, day);
    }

    /** What is left, after a day, of a capacity in the month of that day: {@code floorDiv(capacity * (n - d), n)}. */
    public static Amount rest(Amount capacity, int day) {
        int month = Months.of(day);
        return capacity.times(Months.lastDay(month) - day).floorDiv(Months.length(month));
    }

    /** Moves to a day, forward or back. */
    public void moveTo(int newDay) {
        moveToMonth(Months.of(newDay));
        day = newDay;
        while (daysIn < ledger.size() && ledger.day(daysIn) <= newDay) {
            Cells cells = ledger.cells(daysIn++);
            for (int i = 0; i < cells.size(); i++) {
                add(cells.type(i), cells.month(i), Amount.of(cells.amount(i)));
            }
        }
        while (daysIn > 0 && ledger.day(daysIn - 1) > newDay) {
            Cells cells = ledger.cells(--daysIn);
            for (int i = 0; i < cells.size(); i++) {
                add(cells.type(i), cells.month(i), Amount.of(cells.amount(i)).negated());
            }
        }
    }

    void add(EventType type, int inMonth, long amount) {
        add(type, inMonth, Amount.of(amount));
    }

    void dayInserted(int insertedDay) {
        if (insertedDay <= day) {
            daysIn++;
        }
    }

    private void add(EventType type, int inMonth, Amount amount) {
        version++;
        switch (type.entityKind()) {
            case ORDER -> {
                outstanding.add(inMonth, amount);
                overdue = inMonth < month ? overdue.plus(amount) : overdue;
            }
            case LINE -> {
                capacitySteps.add(inMonth, amount);
                capacity = inMonth <= month ? capacity.plus(amount) : capacity;
            }
            case REFERENCE -> {
                referenceSteps.add(inMonth, amount);
                reference = inMonth <= month ? reference.plus(amount) : reference;
            }
        }
    }

    private void moveToMonth(int newMonth) {
        if (newMonth == month) {
            return;
        }
        version++;
        if (daysIn == 0) {
            month = newMonth; // All sums are 0 in every month.
            return;
        }
        while (month < newMonth) {
            overdue = overdue.plus(outstanding.get(month));
            month++;
            capacity = capacity.plus(capacitySteps.get(month));
            reference = reference.plus(referenceSteps.get(month));
        }
        while (month > newMonth) {
            capacity = capacity.minus(capacitySteps.get(month));
            reference = reference.minus(referenceSteps.get(month));
            month--;
            overdue = overdue.minus(outstanding.get(month));
        }
    }
}
