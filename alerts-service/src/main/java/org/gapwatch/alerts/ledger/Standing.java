package org.gapwatch.alerts.ledger;

import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.number.Total;
import org.gapwatch.contract.EventType;

/** What stands as of one day: the sum of all that is known on or before it. */
public final class Standing {

    private final Ledger ledger;
    private final MonthSums outstanding = new MonthSums();
    private final MonthSums capacitySteps = new MonthSums();
    private final MonthSums referenceSteps = new MonthSums();
    private int day = Integer.MIN_VALUE;
    private int month;
    /** The month's first and last day; no day lies in it before the first move. */
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;
    /** How many of the ledger's days are in the sums: those up to {@link #day}. */
    private int daysIn;
    private final Total overdue = new Total();
    private final Total capacity = new Total();
    private final Total reference = new Total();
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
        return overdue.amount();
    }

    /** What is outstanding of all orders and due in a month. */
    public Amount outstanding(int dueIn) {
        return outstanding.get(dueIn);
    }

    /** The capacity of all lines in the running month. */
    public Amount capacity() {
        return capacity.amount();
    }

    /** The capacity of all lines in a month less that in the month before. */
    public Amount capacityStep(int inMonth) {
        return capacitySteps.get(inMonth);
    }

    /** The reference output of all parties in the running month. */
    public Amount reference() {
        return reference.amount();
    }

    /** The reference output of all parties in a month less that in the month before. */
    public Amount referenceStep(int inMonth) {
        return referenceSteps.get(inMonth);
    }

    /** What the lines still make in the running month, after this day. */
    public Amount restOfMonth() {
        return rest(capacity.amount(), day);
    }

    /** What is left, after a day, of a capacity in the month of that day: {@code floorDiv(capacity * (n - d), n)}. */
    public static Amount rest(Amount capacity, int day) {
        int month = Months.of(day);
        return capacity.times(Months.lastDay(month) - day).floorDiv(Months.length(month));
    }

    /** Whether capacity and reference output of the running month are small ({@link Amount#isSmall(long)}). */
    public boolean levelsAreSmall() {
        return capacity.isSmall() && reference.isSmall();
    }

    /**
     * Reads {@link #outstanding} and {@link #capacityStep} from the running month on.
     *
     * @return whether all of it, overdue and capacity are small ({@link Amount#isSmall(long)}); if not, what was read is of
     *         no use
     */
    public boolean readSmall(long[] outstandingByMonth, long[] capacityStepByMonth) {
        return overdue.isSmall() && capacity.isSmall() && outstanding.readSmall(month, outstandingByMonth)
                && capacitySteps.readSmall(month, capacityStepByMonth);
    }

    /** {@link #overdue()} where small. */
    public long smallOverdue() {
        return overdue.low();
    }

    /** {@link #capacity()} where small. */
    public long smallCapacity() {
        return capacity.low();
    }

    /** {@link #reference()} where small. */
    public long smallReference() {
        return reference.low();
    }

    /** {@link #restOfMonth()} where the capacity is small. */
    public long smallRestOfMonth() {
        return Math.floorDiv(capacity.low() * (lastDay - day), lastDay - firstDay + 1);
    }

    /** Moves to a day, forward or back. */
    public void moveTo(int newDay) {
        if (newDay < firstDay || newDay > lastDay) {
            moveToMonth(Months.of(newDay));
        }
        day = newDay;
        while (daysIn < ledger.size() && ledger.day(daysIn) <= newDay) {
            Cells cells = ledger.cells(daysIn++);
            for (int i = 0; i < cells.size(); i++) {
                add(cells.type(i), cells.month(i), cells.amount(i));
            }
        }
        while (daysIn > 0 && ledger.day(daysIn - 1) > newDay) {
            Cells cells = ledger.cells(--daysIn);
            for (int i = 0; i < cells.size(); i++) {
                subtract(cells.type(i), cells.month(i), cells.amount(i));
            }
        }
    }

    void dayInserted(int insertedDay) {
        if (insertedDay <= day) {
            daysIn++;
        }
    }

    void add(EventType type, int inMonth, long amount) {
        version++;
        switch (type.entityKind()) {
            case ORDER -> {
                outstanding.add(inMonth, amount);
                if (inMonth < month) {
                    overdue.add(amount);
                }
            }
            case LINE -> {
                capacitySteps.add(inMonth, amount);
                if (inMonth <= month) {
                    capacity.add(amount);
                }
            }
            case REFERENCE -> {
                referenceSteps.add(inMonth, amount);
                if (inMonth <= month) {
                    reference.add(amount);
                }
            }
        }
    }

    private void subtract(EventType type, int inMonth, long amount) {
        if (amount == Long.MIN_VALUE) {
            add(type, inMonth, Long.MAX_VALUE);
            add(type, inMonth, 1);
        } else {
            add(type, inMonth, -amount);
        }
    }

    private void moveToMonth(int newMonth) {
        firstDay = Months.firstDay(newMonth);
        lastDay = Months.lastDay(newMonth);
        version++;
        if (daysIn == 0) {
            month = newMonth; // All sums are 0 in every month.
            return;
        }
        while (month < newMonth) {
            outstanding.addTo(overdue, month);
            month++;
            capacitySteps.addTo(capacity, month);
            referenceSteps.addTo(reference, month);
        }
        while (month > newMonth) {
            capacitySteps.subtractFrom(capacity, month);
            referenceSteps.subtractFrom(reference, month);
            month--;
            outstanding.subtractFrom(overdue, month);
        }
    }
}
