package org.gapwatch.alerts.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Cause;
import org.gapwatch.alerts.gap.Series;
import org.gapwatch.alerts.ledger.Standing;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.oracle.EventSet;
import org.gapwatch.alerts.oracle.Expected;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Questions against the naive computation, on random event sets. */
class InquiryTest {

    private static final int SETS = 1500;

    /** What would be with some events more is what the page tells of all of them. */
    @Test
    void whatIfTellsWhatWouldBeIfItWereKnown() {
        int asked = 0;
        for (long seed = 0; seed < SETS; seed++) {
            EventSet set = EventSet.random(seed);
            Map<String, Expected> all = set.expected();
            for (String code : set.capabilities()) {
                List<Event> events = distinct(set, code);
                Random random = new Random(seed);
                List<Event> known = new ArrayList<>();
                List<Event> supposed = new ArrayList<>();
                events.forEach(event -> (random.nextInt(4) == 0 ? supposed : known).add(event));
                Assessment before = assess(code, known, set);
                Expected expected = all.get(code);
                if (before == null || expected == null) {
                    continue;
                }
                asked++;
                List<Outlook> outlooks = WhatIf.outlooks(set.today(),
                        before.coverage().ahead().stream().map(AheadMonth.Coverage.class::cast).toList(),
                        before.output().ahead().stream().map(AheadMonth.Output.class::cast).toList(), known, supposed);
                check(seed, outlooks.get(0), expected.coverage());
                check(seed, outlooks.get(1), expected.output());
            }
        }
        assertThat(asked).isGreaterThan(SETS / 2);
    }

    private static void check(long seed, Outlook outlook, Expected.OfMeasure expected) {
        assertThat(new Expected.Figures(outlook.gap().toBigInteger(), outlook.base().toBigInteger(), outlook.month(),
                outlook.extraMonthlyOutput().toBigInteger())).as("seed %d", seed).isEqualTo(expected.today());
        assertThat(outlook.ahead().stream().map(InquiryTest::ahead).toList()).as("seed %d", seed)
                .isEqualTo(expected.ahead());
    }

    private static Expected.Ahead ahead(AheadMonth month) {
        return switch (month) {
            case AheadMonth.Coverage(var of, var due, var cumulativeDue, var capacity, var cumulativeSupply) ->
                new Expected.Ahead(of, due.toBigInteger(), capacity.toBigInteger(), cumulativeDue.toBigInteger(),
                        cumulativeSupply.toBigInteger());
            case AheadMonth.Output(var of, var own, var reference) -> new Expected.Ahead(of, reference.toBigInteger(),
                    own.toBigInteger(), reference.toBigInteger(), own.toBigInteger());
        };
    }

    /** The statements behind a part add up to it. */
    @Test
    void statementsBehindAPartAddUpToIt() {
        int parts = 0;
        for (long seed = 0; seed < SETS; seed++) {
            EventSet set = EventSet.random(seed);
            for (Expected expected : set.expected().values()) {
                List<Event> events = distinct(set, expected.capability());
                var why = expected.why();
                for (Expected.Cause cause : Expected.Cause.values()) {
                    if (cause == Expected.Cause.ELAPSED) {
                        continue;
                    }
                    List<Behind> behind = Behind.of(events, Cause.valueOf(cause.name()), why.since(), set.today(),
                            why.month());
                    Amount due = sum(behind.stream().map(Behind::due).toList());
                    Amount thisMonth = sum(behind.stream().map(Behind::thisMonth).toList());
                    Amount later = sum(behind.stream().map(Behind::later).toList());
                    Amount amount = due
                            .minus(Standing.rest(thisMonth, (int) set.today().toEpochDay())).minus(later);
                    assertThat(amount.toBigInteger()).as("seed %d, %s", seed, cause)
                            .isEqualTo(why.parts().getOrDefault(cause, BigInteger.ZERO));
                    parts += behind.size();
                }
            }
        }
        assertThat(parts).isGreaterThan(SETS / 2);
    }

    /** A past day is told as it was on that day, with what is known by then as it is told now. */
    @Test
    void aPastDayIsToldAsOfThatDay() {
        int trends = 0;
        for (long seed = 0; seed < SETS; seed++) {
            EventSet set = EventSet.random(seed);
            for (String code : set.capabilities()) {
                Assessment now = assess(code, distinct(set, code), set);
                if (now == null) {
                    continue;
                }
                int days = now.coverage().series().size();
                var day = now.firstDay().plusDays(new Random(seed).nextInt(days));
                Expected expected = Objects.requireNonNull(Oracle.expect(set.events(), day).get(code));
                for (var measure : now.measures()) {
                    var told = Objects.requireNonNull(
                            PastDay.of(steps(measure.series(), now.firstDay()), true, day));
                    var of = measure.measure().name().equals("COVERAGE") ? expected.coverage() : expected.output();
                    assertThat(List.of(told.gap().toBigInteger(), told.base().toBigInteger(),
                            told.change().toBigInteger(), told.trend().name(), String.valueOf(told.level())))
                            .as("seed %d, %s of %s", seed, day, code)
                            .isEqualTo(List.of(of.today().gap(), of.today().base(), of.change(), of.trend().name(),
                                    String.valueOf(of.level())));
                    // A part of the series tells the same, or that it is too short.
                    var part = steps(measure.series(), day.minusDays(Math.min(days, 400)).isBefore(now.firstDay())
                            ? now.firstDay()
                            : day.minusDays(400));
                    var ofPart = PastDay.of(part, false, day);
                    if (ofPart != null) {
                        assertThat(ofPart).as("seed %d, a part", seed).isEqualTo(told);
                        trends++;
                    }
                }
            }
        }
        assertThat(trends).isGreaterThan(SETS / 4);
    }

    private static List<PastDay.Step> steps(Series series, LocalDate from) {
        List<PastDay.Step> steps = new ArrayList<>();
        for (int i = series.index(from); i < series.size(); i++) {
            steps.add(new PastDay.Step(series.day(i), series.day(i), series.gap(i), series.base(i)));
        }
        return steps;
    }

    private static Amount sum(List<Amount> amounts) {
        return amounts.stream().reduce(Amount.ZERO, Amount::plus);
    }

    private static @Nullable Assessment assess(String code, List<Event> events, EventSet set) {
        Capability capability = new Capability(code);
        events.forEach(capability::add);
        return capability.assess(set.today());
    }

    /** In the order of acceptance, each once. */
    private static List<Event> distinct(EventSet set, String code) {
        return new ArrayList<>(set.events().stream().filter(event -> event.statement().capability().equals(code))
                .collect(Collectors.toMap(event -> List.of(event.statement().entityKind(),
                        event.statement().entityId(), event.source(), event.id()), event -> event, (a, _) -> a,
                        LinkedHashMap::new))
                .values());
    }
}
