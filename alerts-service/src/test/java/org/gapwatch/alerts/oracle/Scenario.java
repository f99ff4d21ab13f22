package org.gapwatch.alerts.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.oracle.Expected.Day;
import org.gapwatch.alerts.oracle.Expected.OfMeasure;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * One set, fed to the core as the world might feed it: in batches, with duplicates, with days assessed in between that
 * move on and once back, and with restarts that feed all statements so far in another order.
 */
final class Scenario {

    private final EventSet set;
    private final Random random;
    private final List<Event> fed = new ArrayList<>();
    private final Set<Event> distinct = new HashSet<>();
    private final Map<String, Capability> cores = new TreeMap<>();
    private final Map<String, Expected> before = new HashMap<>();
    private LocalDate clock;

    private Scenario(EventSet set) {
        this.set = set;
        random = new Random(set.seed() * 0x9E3779B97F4A7C15L + 1);
        clock = set.today().minusDays(random.nextInt(120));
    }

    /** Plays the scenario of the set's seed. */
    static void play(EventSet set) {
        new Scenario(set).play();
    }

    private void play() {
        boolean mayStepBack = true;
        for (Event event : set.events()) {
            feed(event);
            switch (random.nextInt(12)) {
                case 0, 1 -> assessAll(clock);
                case 2 -> clock = earlier(clock.plusDays(1 + random.nextInt(40)), set.today());
                case 3 -> restart();
                case 4 -> {
                    if (mayStepBack) {
                        mayStepBack = false;
                        assessAll(clock);
                        clock = clock.minusDays(1 + random.nextInt(10));
                        compare(clock);
                    }
                }
                case 5 -> feed(fed.get(random.nextInt(fed.size())));
                default -> {
                }
            }
        }
        if (random.nextInt(4) == 0) {
            compare(clock);
        }
        compare(set.today());
        assertNothingChangesWithoutNews();
        if (random.nextInt(4) == 0 && set.today().isBefore(EventSetGenerator.LAST)) {
            compare(set.today().plusDays(1));
            compare(set.today());
        }
    }

    private void feed(Event event) {
        fed.add(event);
        Capability core = cores.computeIfAbsent(event.statement().capability(), Capability::new);
        boolean touched = core.touched();
        boolean added = core.add(event);
        assertThat(added).as("whether %s is new", event).isEqualTo(distinct.add(event));
        assertThat(core.touched()).as("touched by %s", event).isEqualTo(touched || added);
    }

    private void restart() {
        List<Event> all = new ArrayList<>(fed);
        Collections.shuffle(all, random);
        fed.clear();
        distinct.clear();
        cores.clear();
        before.clear();
        all.forEach(this::feed);
    }

    private void compare(LocalDate day) {
        assertThat(assessAll(day)).isEqualTo(Oracle.expect(fed, day));
    }

    private void assertNothingChangesWithoutNews() {
        Map<String, Expected> now = new TreeMap<>(before);
        assertThat(assessAll(set.today())).isEqualTo(now);
    }

    private Map<String, Expected> assessAll(LocalDate day) {
        Map<String, Expected> told = new TreeMap<>();
        cores.forEach((code, core) -> {
            Assessment assessment = core.assess(day);
            assertThat(core.touched()).as("touched after assessing").isFalse();
            if (assessment != null) {
                Expected now = Told.of(assessment);
                Expected last = before.get(code);
                assertChangedFrom(assessment.coverage(), now.coverage(), last == null ? null : last.coverage());
                assertChangedFrom(assessment.output(), now.output(), last == null ? null : last.output());
                told.put(code, now);
            }
        });
        before.clear();
        before.putAll(told);
        return told;
    }

    private static void assertChangedFrom(MeasureAssessment told, OfMeasure now, @Nullable OfMeasure last) {
        Set<Day> known = last == null ? Set.of() : new HashSet<>(last.series());
        LocalDate changedFrom = now.series().stream().filter(day -> !known.contains(day)).map(Day::on).findFirst()
                .orElse(now.series().getLast().on().plusDays(1));
        assertThat(told.changedFrom()).as("changedFrom").isEqualTo(changedFrom);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
