package org.gapwatch.alerts.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gapwatch.alerts.oracle.Expected.Ahead;
import org.gapwatch.alerts.oracle.Expected.Day;
import org.gapwatch.alerts.oracle.Expected.Figures;
import org.gapwatch.alerts.oracle.Expected.Measure;
import org.gapwatch.alerts.oracle.Expected.OfMeasure;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Statement;

/** The gap model, naively: everything is folded anew for each day on which something becomes known. */
public final class Oracle {

    private static final Comparator<String> BY_CODE_POINT = (a, b) -> Arrays
            .compare(a.codePoints().toArray(), b.codePoints().toArray());
    private static final Comparator<Event> STATEMENT_ORDER = Comparator.comparing(Event::time)
            .thenComparing(Event::source, BY_CODE_POINT).thenComparing(Event::id, BY_CODE_POINT);

    private Oracle() {
    }

    /**
     * What the page tells about every capability that has an event known by {@code today}, by code.
     *
     * @param accepted in the order of acceptance, which decides just where one event is stated with differing content
     */
    public static Map<String, Expected> expect(List<Event> accepted, LocalDate today) {
        Map<String, List<Event>> byCapability = new TreeMap<>();
        for (Event event : distinct(accepted)) {
            if (!event.knownOn().isAfter(today)) {
                byCapability.computeIfAbsent(event.statement().capability(), _ -> new ArrayList<>()).add(event);
            }
        }
        Map<String, Expected> expected = new TreeMap<>();
        byCapability.forEach((capability, events) -> {
            events.sort(STATEMENT_ORDER);
            expected.put(capability, expect(capability, events, today));
        });
        return expected;
    }

    /** What is told about every line, party and order, whenever it is known. */
    public static List<ExpectedEntity> entities(List<Event> accepted) {
        List<Event> events = distinct(accepted);
        events.sort(STATEMENT_ORDER);
        return ExpectedEntity.all(events);
    }

    /** The section "Same event": the first accepted counts. */
    private static List<Event> distinct(List<Event> accepted) {
        record Name(Object kind, String capability, String entityId, String source, String id) {
        }
        Set<Name> seen = new HashSet<>();
        List<Event> distinct = new ArrayList<>();
        for (Event event : accepted) {
            Statement s = event.statement();
            if (seen.add(new Name(s.entityKind(), s.capability(), s.entityId(), event.source(), event.id()))) {
                distinct.add(event);
            }
        }
        return distinct;
    }

    static boolean sameEntity(Event a, Event b) {
        return a.statement().entityKind() == b.statement().entityKind()
                && a.statement().capability().equals(b.statement().capability())
                && a.statement().entityId().equals(b.statement().entityId());
    }

    private static Expected expect(String capability, List<Event> events, LocalDate today) {
        LocalDate firstDay = events.getFirst().knownOn();
        List<Known> known = new ArrayList<>();
        List<Day> coverage = new ArrayList<>();
        List<Day> output = new ArrayList<>();
        Known now = new Known(List.of());
        int count = 0;
        for (LocalDate day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
            int before = count;
            while (count < events.size() && !events.get(count).knownOn().isAfter(day)) {
                count++;
            }
            if (count > before) {
                now = new Known(events.subList(0, count));
            }
            known.add(now);
            Figures covered = Gap.coverage(now, day);
            Figures made = Gap.output(now, day);
            coverage.add(new Day(day, covered.gap(), covered.base()));
            output.add(new Day(day, made.gap(), made.base()));
        }
        Figures covered = Gap.coverage(now, today);
        YearMonth peak = covered.month() == null
                ? YearMonth.from(today).plusMonths(Gap.HORIZON)
                : covered.month();
        return new Expected(capability, today, firstDay,
                measure(capability, Measure.COVERAGE, coverage, Gap.coverageAhead(now, today),
                        day -> Gap.coverage(known.get(daysBetween(firstDay, day)), day)),
                measure(capability, Measure.OUTPUT, output, Gap.outputAhead(now, today),
                        day -> Gap.output(known.get(daysBetween(firstDay, day)), day)),
                Reason.why(events, today, peak));
    }

    private static int daysBetween(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    private static OfMeasure measure(String capability, Measure measure, List<Day> series, List<Ahead> ahead,
            Function<LocalDate, Figures> figuresOn) {
        Day today = series.getLast();
        Episodes episodes = new Episodes(capability, measure, series, figuresOn);
        return new OfMeasure(measure, figuresOn.apply(today.on()), episodes.change(today.on()), episodes.trend(),
                today.gap().signum() > 0 ? Episodes.plainSeverity(today) : null, series, episodes.alerts(), ahead);
    }
}
