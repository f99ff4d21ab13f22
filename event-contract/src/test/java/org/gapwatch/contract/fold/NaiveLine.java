package org.gapwatch.contract.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.LineStatement.CapacityChanged;
import org.gapwatch.contract.LineStatement.Closed;
import org.gapwatch.contract.LineStatement.Opened;
import org.gapwatch.contract.LineStatement.Rescheduled;

/** A line, word for word from docs/gap-model.md, without a thought for speed. */
final class NaiveLine {

    private static final int NONE = Integer.MIN_VALUE;

    private static final class NaiveRun {
        int opening = NONE;
        long target;
        int ramp;
        int closing = NONE;

        boolean hasOpening() {
            return opening != NONE;
        }

        boolean hasClosing() {
            return closing != NONE;
        }

        boolean closingCounts() {
            return hasClosing() && (!hasOpening() || closing > opening);
        }
    }

    private final TreeMap<Integer, long[]> changes = new TreeMap<>();
    private final List<NaiveRun> runs = new ArrayList<>();

    void apply(LineStatement statement) {
        int m = MonthAmounts.month(statement.on());
        switch (statement) {
            case Opened o -> opened(m, o);
            case Rescheduled _ -> rescheduled(m);
            case CapacityChanged c -> changed(m, c);
            case Closed _ -> closed(m);
        }
    }

    private void opened(int m, Opened o) {
        NaiveRun run;
        if (!runs.isEmpty() && runs.getLast().closingCounts() && runs.getLast().closing <= m) {
            run = new NaiveRun();
            runs.add(run);
        } else {
            if (runs.isEmpty()) {
                runs.add(new NaiveRun());
            }
            run = runs.getLast();
            NaiveRun current = run;
            runs.removeIf(r -> r != current && r.hasOpening() && r.opening >= m);
        }
        run.opening = m;
        run.target = o.monthlyCapacity();
        run.ramp = o.rampMonths();
    }

    private void rescheduled(int m) {
        NaiveRun last = null;
        for (int i = 0; i < runs.size(); i++) {
            if (runs.subList(0, i).stream().noneMatch(r -> r.hasClosing() && r.closing > m)) {
                last = runs.get(i);
            }
        }
        if (last != null && last.hasOpening()) {
            last.opening = m;
        }
    }

    private void changed(int m, CapacityChanged c) {
        for (NaiveRun run : runs.reversed()) {
            if (run.opening == m) {
                run.target = c.monthlyCapacity();
                run.ramp = c.rampMonths();
                return;
            }
        }
        changes.put(m, new long[]{c.monthlyCapacity(), c.rampMonths()});
        if (runs.isEmpty()) {
            runs.add(new NaiveRun());
        }
    }

    private void closed(int m) {
        boolean had = !runs.isEmpty();
        boolean inItself = runs.stream().anyMatch(r -> r.opening == m);
        runs.removeIf(r -> r.hasOpening() && r.opening >= m);
        if (runs.isEmpty() && had) {
            changes.clear();
            return;
        }
        if (inItself && runs.getLast().hasClosing() && runs.getLast().closing <= m) {
            return;
        }
        if (runs.isEmpty()) {
            runs.add(new NaiveRun());
        }
        runs.getLast().closing = m;
    }

    /** The capacity in a month, by walking all months since long before. */
    long capacity(int month) {
        TreeMap<Integer, long[]> steps = new TreeMap<>();
        for (int i = 0; i < runs.size(); i++) {
            NaiveRun run = runs.get(i);
            TreeMap<Integer, long[]> own = new TreeMap<>();
            if (run.hasOpening()) {
                own.put(run.opening, new long[]{run.target, run.ramp});
            }
            changes.forEach((m, change) -> {
                if (!run.hasOpening() || m > run.opening) {
                    own.put(m, change);
                }
            });
            if (run.closingCounts()) {
                own.keySet().removeIf(m -> m >= run.closing);
                own.put(run.closing, new long[]{0, 0});
            }
            for (NaiveRun later : runs.subList(i + 1, runs.size())) {
                own.keySet().removeIf(m -> m >= later.opening);
            }
            steps.putAll(own);
        }
        return steps.isEmpty() ? 0 : capacity(steps, month);
    }

    private static long capacity(TreeMap<Integer, long[]> steps, int month) {
        long value = 0;
        int since = 0;
        long before = 0;
        long[] step = {0, 0};
        for (int m = steps.firstKey(); m <= month; m++) {
            long[] next = steps.get(m);
            if (next != null) {
                step = next;
                since = m;
                before = value;
            }
            long ramp = step[1];
            value = before + Math.floorDiv((step[0] - before) * Math.min(m - since + 1, ramp + 1), ramp + 1);
        }
        return value;
    }
}
