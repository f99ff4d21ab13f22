package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.LineStatement.CapacityChanged;
import org.gapwatch.contract.LineStatement.Closed;
import org.gapwatch.contract.LineStatement.Opened;
import org.gapwatch.contract.LineStatement.Rescheduled;
import org.jspecify.annotations.Nullable;

/** The page's section "Production line": what a line's statements, in statement order, make of it. */
final class Line {

    private record Step(YearMonth month, BigInteger target, int ramp) {
    }

    private static final class Run {
        @Nullable
        Step opening;
        @Nullable
        YearMonth closing;

        boolean opensAtOrAfter(YearMonth m) {
            return opening != null && !opening.month.isBefore(m);
        }

        boolean opensIn(YearMonth m) {
            return opening != null && opening.month.equals(m);
        }

        boolean closesAtOrBefore(YearMonth m) {
            return closing != null && !closing.isAfter(m);
        }

        boolean closesAfterOpening() {
            return closing != null && (opening == null || closing.isAfter(opening.month));
        }
    }

    private final Map<YearMonth, Step> changes = new TreeMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Step> counting;

    Line(List<LineStatement> statements) {
        for (LineStatement statement : statements) {
            YearMonth m = YearMonth.from(statement.on());
            switch (statement) {
                case Opened s -> open(new Step(m, BigInteger.valueOf(s.monthlyCapacity()), s.rampMonths()));
                case Rescheduled _ -> reschedule(m);
                case CapacityChanged s -> change(new Step(m, BigInteger.valueOf(s.monthlyCapacity()), s.rampMonths()));
                case Closed _ -> close(m);
            }
        }
        counting = stepsThatCount();
    }

    private void open(Step opening) {
        YearMonth m = opening.month;
        if (runs.isEmpty()) {
            runs.add(new Run());
        }
        Run current = runs.getLast();
        if (current.closesAtOrBefore(m) && current.closesAfterOpening()) {
            current = new Run();
            current.opening = opening;
            runs.add(current);
        } else {
            current.opening = opening;
            Run kept = current;
            runs.removeIf(run -> run != kept && run.opensAtOrAfter(m));
        }
    }

    private void reschedule(YearMonth m) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            boolean earlierClosesAfter = false;
            for (Run earlier : runs.subList(0, i)) {
                earlierClosesAfter |= earlier.closing != null && earlier.closing.isAfter(m);
            }
            if (!earlierClosesAfter) {
                Step opening = runs.get(i).opening;
                if (opening != null) {
                    runs.get(i).opening = new Step(m, opening.target, opening.ramp);
                }
                return;
            }
        }
    }

    private void change(Step change) {
        for (Run run : runs.reversed()) {
            if (run.opensIn(change.month)) {
                run.opening = change;
                return;
            }
        }
        changes.put(change.month, change);
        if (runs.isEmpty()) {
            runs.add(new Run());
        }
    }

    private void close(YearMonth m) {
        if (runs.isEmpty()) {
            runs.add(new Run());
        }
        boolean oneOpenedInM = runs.stream().anyMatch(run -> run.opensIn(m));
        runs.removeIf(run -> run.opensAtOrAfter(m));
        if (runs.isEmpty()) {
            changes.clear();
        } else if (!(oneOpenedInM && runs.getLast().closesAtOrBefore(m))) {
            runs.getLast().closing = m;
        }
    }

    private List<Step> stepsThatCount() {
        Map<YearMonth, Step> steps = new TreeMap<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Run> later = runs.subList(i + 1, runs.size());
            for (Step step : stepsThatCount(runs.get(i), changes.values())) {
                boolean beforeAllLater = later.stream().noneMatch(
                        run -> run.opening != null && !step.month.isBefore(run.opening.month));
                if (beforeAllLater && steps.put(step.month, step) != null) {
                    throw new AssertionError("two steps count in " + step.month);
                }
            }
        }
        return List.copyOf(steps.values());
    }

    private static List<Step> stepsThatCount(Run run, Collection<Step> changes) {
        List<Step> steps = new ArrayList<>();
        Step opening = run.opening;
        YearMonth closing = run.closesAfterOpening() ? run.closing : null;
        if (opening != null) {
            steps.add(opening);
        }
        for (Step change : changes) {
            boolean afterOpening = opening == null || change.month.isAfter(opening.month);
            boolean beforeClosing = closing == null || change.month.isBefore(closing);
            if (afterOpening && beforeClosing) {
                steps.add(change);
            }
        }
        if (closing != null) {
            steps.add(new Step(closing, BigInteger.ZERO, 0));
        }
        return steps;
    }

    /** capacity(m), thousandths. */
    BigInteger capacity(YearMonth m) {
        BigInteger capacity = BigInteger.ZERO;
        for (int i = 0; i < counting.size() && !counting.get(i).month.isAfter(m); i++) {
            Step step = counting.get(i);
            YearMonth until = m;
            if (i + 1 < counting.size() && !counting.get(i + 1).month.isAfter(m)) {
                until = counting.get(i + 1).month.minusMonths(1);
            }
            long months = Math.min(step.month.until(until, ChronoUnit.MONTHS) + 1, step.ramp + 1L);
            BigInteger climb = step.target.subtract(capacity).multiply(BigInteger.valueOf(months));
            capacity = capacity.add(Exact.floorDiv(climb, step.ramp + 1L));
        }
        return capacity;
    }
}
