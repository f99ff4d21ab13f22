package org.gapwatch.alerts.inquiry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gapwatch.alerts.gap.Cause;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.fold.EntityFold;
import org.gapwatch.contract.fold.MonthAmounts;

/**
 * A statement behind a part of why COVERAGE changed (docs/gap-model.md, "Why a gap changed").
 *
 * @param event that bears the statement
 * @param due what it changed in the outstanding due in the peak month or earlier; 0 of lines
 * @param thisMonth what it changed in the capacity of the running month; 0 of orders
 * @param later what it changed in the capacities of the months after it up to the peak month, together; 0 of orders
 */
public record Behind(Event event, Amount due, Amount thisMonth, Amount later) {

    /**
     * The statements behind a part, in statement order; those that changed nothing are left out.
     *
     * @param events every event of all entities that have one known in the time asked about, each once
     * @param cause any but ELAPSED, behind which there are none
     * @param since the day after which the statements are known
     * @param today the day up to which they are
     * @param upTo the month of the "why"
     */
    public static List<Behind> of(Collection<Event> events, Cause cause, LocalDate since, LocalDate today,
            YearMonth upTo) {
        Map<EntityName, List<Event>> entities = events.stream().filter(event -> !event.knownOn().isAfter(today))
                .sorted(Event.STATEMENT_ORDER).collect(Collectors.groupingBy(EntityName::of));
        List<Behind> behind = new ArrayList<>();
        int running = MonthAmounts.month(today);
        int last = MonthAmounts.month(upTo.atDay(1));
        entities.forEach((entity, statements) -> {
            EntityFold fold = EntityFold.of(entity.kind());
            MonthAmounts before = fold.amounts();
            for (Event event : statements) {
                fold.apply(event.statement());
                MonthAmounts now = fold.amounts();
                if (event.knownOn().isAfter(since) && Cause.of(event.statement().type()) == cause) {
                    Behind one = of(event, now.minus(before), running, last);
                    if (one.due.signum() != 0 || one.thisMonth.signum() != 0 || one.later.signum() != 0) {
                        behind.add(one);
                    }
                }
                before = now;
            }
        });
        behind.sort((a, b) -> Event.STATEMENT_ORDER.compare(a.event, b.event));
        return behind;
    }

    private static Behind of(Event event, MonthAmounts change, int running, int last) {
        return switch (event.statement().entityKind()) {
            case ORDER -> {
                Amount due = Amount.ZERO;
                for (int i = 0; i < change.size() && change.month(i) <= last; i++) {
                    due = due.plus(Amount.of(change.amount(i)));
                }
                yield new Behind(event, due, Amount.ZERO, Amount.ZERO);
            }
            case LINE -> ofLine(event, change, running, last);
            case REFERENCE -> new Behind(event, Amount.ZERO, Amount.ZERO, Amount.ZERO);
        };
    }

    /** Of lines a change is steps: each counts in its month and in every later one. */
    private static Behind ofLine(Event event, MonthAmounts steps, int running, int last) {
        Amount thisMonth = Amount.ZERO;
        Amount later = Amount.ZERO;
        for (int i = 0; i < steps.size() && steps.month(i) <= last; i++) {
            Amount step = Amount.of(steps.amount(i));
            if (steps.month(i) <= running) {
                thisMonth = thisMonth.plus(step);
            }
            later = later.plus(step.times(last - Math.max(steps.month(i) - 1, running)));
        }
        return new Behind(event, Amount.ZERO, thisMonth, later);
    }
}
