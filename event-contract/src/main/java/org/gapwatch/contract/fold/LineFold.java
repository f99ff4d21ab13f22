package org.gapwatch.contract.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.LineStatement.CapacityChanged;
import org.gapwatch.contract.LineStatement.Closed;
import org.gapwatch.contract.LineStatement.Opened;
import org.gapwatch.contract.LineStatement.Rescheduled;
import org.gapwatch.contract.Statement;
import org.gapwatch.contract.fold.Run.Opening;
import org.jspecify.annotations.Nullable;

/** A production line, folded (docs/gap-model.md, "Production line"). */
public final class LineFold implements EntityFold {

    private final TreeMap<Integer, Level> changes = new TreeMap<>();
    /** The last one is current; only the first may be without an opening, and all but the last have a closing. */
    private final List<Run> runs = new ArrayList<>(1);
    private @Nullable Steps steps;

    LineFold() {
    }

    @Override
    public void apply(Statement statement) {
        LineStatement said = (LineStatement) statement;
        int month = MonthAmounts.month(said.on());
        switch (said) {
            case Opened o -> open(month, new Level(o.monthlyCapacity(), o.rampMonths()));
            case Rescheduled _ -> reschedule(month);
            case CapacityChanged c -> change(month, new Level(c.monthlyCapacity(), c.rampMonths()));
            case Closed _ -> close(month);
        }
        steps = null;
    }

    /** The capacity in a month ({@link MonthAmounts#month}), in thousandths. */
    public long capacity(int month) {
        return steps().capacity(month);
    }

    @Override
    public MonthAmounts amounts() {
        return steps().differences();
    }

    private void open(int month, Level level) {
        if (runs.isEmpty()) {
            runs.add(Run.UNOPENED.opening(month, level));
            return;
        }
        Run current = runs.getLast();
        if (current.closesInOrBefore(month) && current.closingCounts()) {
            runs.add(Run.UNOPENED.opening(month, level));
            return;
        }
        runs.removeLast();
        runs.removeIf(earlier -> earlier.opensInOrAfter(month));
        runs.add(current.opening(month, level));
    }

    private void reschedule(int month) {
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (i == runs.size() - 1 || run.closesAfter(month)) {
                Opening opening = run.opening();
                if (opening != null) {
                    runs.set(i, run.opening(month, opening.level()));
                }
                return;
            }
        }
    }

    private void change(int month, Level level) {
        beginUnopened();
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).opensIn(month)) {
                runs.set(i, runs.get(i).opening(month, level));
                return;
            }
        }
        changes.put(month, level);
    }

    private void close(int month) {
        beginUnopened();
        boolean calledOff = runs.stream().anyMatch(run -> run.opensIn(month));
        runs.removeIf(run -> run.opensInOrAfter(month));
        if (runs.isEmpty()) {
            changes.clear();
        } else if (!(calledOff && runs.getLast().closesInOrBefore(month))) {
            runs.add(runs.removeLast().closing(month));
        }
    }

    private void beginUnopened() {
        if (runs.isEmpty()) {
            runs.add(Run.UNOPENED);
        }
    }

    private Steps steps() {
        Steps result = steps;
        if (result == null) {
            result = whatCounts();
            steps = result;
        }
        return result;
    }

    /** Of a run nothing counts but what lies before the opening of every later run: so runs give their steps in order. */
    private Steps whatCounts() {
        int[] limits = new int[runs.size()];
        int limit = Integer.MAX_VALUE;
        for (int i = runs.size() - 1; i >= 0; i--) {
            limits[i] = limit;
            Opening opening = runs.get(i).opening();
            limit = opening == null ? limit : Math.min(limit, opening.month());
        }
        Steps result = new Steps();
        for (int i = 0; i < runs.size(); i++) {
            addWhatCounts(runs.get(i), limits[i], result);
        }
        return result;
    }

    private void addWhatCounts(Run run, int limit, Steps result) {
        Opening opening = run.opening();
        Integer closing = run.closingCounts() ? run.closing() : null;
        int end = closing == null ? limit : Math.min(closing, limit);
        Map<Integer, Level> between;
        if (opening == null) {
            between = changes.headMap(end);
        } else if (opening.month() < end) {
            result.add(opening.month(), opening.level());
            between = changes.subMap(opening.month(), false, end, false);
        } else {
            return;
        }
        between.forEach(result::add);
        if (closing != null && closing < limit) {
            result.add(closing, Level.CLOSED);
        }
    }
}
