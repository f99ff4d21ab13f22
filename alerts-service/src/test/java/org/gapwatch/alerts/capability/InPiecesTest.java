package org.gapwatch.alerts.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gapwatch.alerts.Story;
import org.gapwatch.alerts.gap.Series;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However events come, and whatever was asked in between, a capability says what one says that gets all at once. */
class InPiecesTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void addsInPiecesEqualAFreshCapability(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>(story(random, seed % 3 == 0 ? Long.MAX_VALUE / 1000 : 1000).events());
        if (seed % 2 == 0) {
            Collections.shuffle(events, random);
        }
        Capability capability = new Capability(Story.CODE);
        List<Event> added = new ArrayList<>();
        LocalDate today = FIRST.plusDays(DAYS / 2);
        boolean steppedBack = false;
        while (added.size() < events.size()) {
            int to = Math.min(events.size(), added.size() + random.nextInt(12));
            for (Event event : List.copyOf(events.subList(added.size(), to))) {
                added.add(event);
                capability.add(event);
                capability.add(added.get(random.nextInt(added.size())));
            }
            today = today.plusDays(random.nextInt(9));
            if (!steppedBack && added.size() > events.size() / 2) {
                steppedBack = true;
                today = today.minusDays(random.nextInt(400));
            }
            check(capability, added, today);
        }
        check(capability, added, LocalDate.of(2027, 2, 28));
    }

    private static void check(Capability capability, List<Event> added, LocalDate today) {
        Capability fresh = new Capability(Story.CODE);
        added.forEach(fresh::add);
        Assessment expected = fresh.assess(today);
        Assessment told = capability.assess(today);
        assertThat(text(told == null ? null : told.coverage()))
                .isEqualTo(text(expected == null ? null : expected.coverage()));
        assertThat(text(told == null ? null : told.output()))
                .isEqualTo(text(expected == null ? null : expected.output()));
    }

    private static List<Object> text(@Nullable MeasureAssessment assessment) {
        if (assessment == null) {
            return List.of();
        }
        List<Object> all = new ArrayList<>(List.of(assessment.figures(), assessment.trend(), assessment.alerts(),
                assessment.ahead(), String.valueOf(assessment.level()), String.valueOf(assessment.why())));
        Series series = assessment.series();
        for (int i = 0; i < series.size(); i++) {
            all.add(series.day(i) + " " + series.gap(i) + " " + series.base(i));
        }
        return all;
    }

    private static Story story(Random random, long most) {
        Story story = new Story();
        for (int i = 0; i < 150; i++) {
            story.on(day(random, 0));
            String entity = "e" + random.nextInt(5);
            long amount = random.nextLong(most);
            switch (random.nextInt(9)) {
                case 0, 1 -> story.placed(entity, schedule(random, most));
                case 2 -> story.amended(entity, schedule(random, most));
                case 3, 4 -> story.delivered(entity, "d" + random.nextInt(6), amount);
                case 5 -> story.opened(entity, day(random, 100), amount / 100, random.nextInt(8));
                case 6 -> story.closed(entity, day(random, 200));
                case 7 -> story.assessed(entity, day(random, 100), amount / 100);
                default -> story.cancelled(entity);
            }
        }
        return story;
    }

    private static Tranche[] schedule(Random random, long most) {
        Tranche[] schedule = new Tranche[random.nextInt(1, 4)];
        for (int i = 0; i < schedule.length; i++) {
            schedule[i] = Story.due(day(random, 200), random.nextLong(most));
        }
        return schedule;
    }

    private static String day(Random random, int ahead) {
        return FIRST.plusDays(random.nextInt(DAYS) + ahead).toString();
    }
}
