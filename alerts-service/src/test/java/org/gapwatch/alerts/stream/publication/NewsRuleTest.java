package org.gapwatch.alerts.stream.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.episode.Outcome;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.episode.Transition;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NewsRuleTest {

    /** The alerts below are told on day 10; day 5 and day 9 are past then, day 10 itself is not over. */
    private static final LocalDate TOLD_ON = day(10);

    /** The day on which the alerts are looked at again. */
    private static final LocalDate TODAY = day(12);

    private static final String OPEN = "5 widening watch 100";

    static Stream<Arguments> decisions() {
        return Stream.of(
                arguments("first told, active", null, alert(7, OPEN), News.OPENED),
                arguments("first told, over already", null, alert(0, OPEN, "8 resolved watch 0"), News.CORRECTED),
                arguments("never was", null, null, null),
                arguments("unchanged", alert(7, OPEN), alert(7, OPEN), null),
                arguments("other numbers", alert(7, OPEN), alert(8, OPEN), News.UPDATED),
                arguments("severer", alert(7, OPEN), alert(8, OPEN, "11 widening warning 8"), News.WORSENED),
                arguments("severer on the day told", alert(7, OPEN), alert(8, OPEN, "10 widening warning 8"),
                        News.WORSENED),
                arguments("severer, though no longer widening", alert(7, OPEN), alert(8, OPEN, "11 holding critical 8"),
                        News.WORSENED),
                arguments("severer first, no longer widening then", alert(7, OPEN),
                        alert(8, OPEN, "11 widening critical 8", "12 holding critical 8"), News.WORSENED),
                arguments("widening again", alert(7, OPEN, "9 holding watch 7"),
                        alert(8, OPEN, "9 holding watch 7", "11 widening watch 8"), News.WORSENED),
                arguments("widening again, less severe", alert(7, "5 widening critical 9", "9 holding critical 7"),
                        alert(8, "5 widening critical 9", "9 holding critical 7", "11 widening warning 8"),
                        News.WORSENED),
                arguments("no longer widening", alert(7, OPEN), alert(6, OPEN, "11 holding watch 6"), News.EASED),
                arguments("less severe", alert(7, "5 widening critical 9"),
                        alert(6, "5 widening critical 9", "11 widening warning 6"), News.EASED),
                arguments("narrowing instead of holding", alert(7, OPEN, "9 holding watch 7"),
                        alert(6, OPEN, "9 holding watch 7", "11 narrowing watch 6"), News.EASED),
                arguments("holding on the way, widening again", alert(7, OPEN),
                        alert(7, OPEN, "11 holding watch 7", "12 widening watch 7"), News.WORSENED),
                arguments("widening on the way, holding again", alert(7, OPEN, "9 holding watch 7"),
                        alert(7, OPEN, "9 holding watch 7", "11 widening watch 8", "12 holding watch 8"), News.EASED),
                arguments("numbers of the day told", alert(7, "10 widening watch 7"), alert(8, "10 widening watch 8"),
                        News.UPDATED),
                arguments("over", alert(7, OPEN), alert(0, OPEN, "11 resolved watch 0"), News.RESOLVED),
                arguments("over on the day told", alert(7, OPEN), alert(0, OPEN, "10 resolved watch 0"), News.RESOLVED),
                arguments("had been over before", alert(7, OPEN), alert(0, OPEN, "9 resolved watch 0"), News.CORRECTED),
                arguments("other number of a past day", alert(7, OPEN), alert(7, "5 widening watch 101"),
                        News.CORRECTED),
                arguments("a past transition more", alert(7, OPEN), alert(7, OPEN, "9 holding watch 7"),
                        News.CORRECTED),
                arguments("a past transition less", alert(7, OPEN, "9 holding watch 7"), alert(7, OPEN),
                        News.CORRECTED),
                arguments("not over after all", alert(0, OPEN, "9 resolved watch 0"), alert(7, OPEN), News.CORRECTED),
                arguments("not over on the same day after all", alert(0, OPEN, "10 resolved watch 0"), alert(7, OPEN),
                        News.CORRECTED),
                arguments("over with other numbers, that day", alert(0, OPEN, "10 resolved watch 0"),
                        alert(-1, OPEN, "10 resolved watch -1"), News.UPDATED),
                arguments("over with other numbers, later", alert(0, OPEN, "9 resolved watch 0"),
                        alert(-1, OPEN, "9 resolved watch 0"), News.CORRECTED),
                arguments("gone", alert(7, OPEN), null, News.WITHDRAWN));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void decisions(String what, @Nullable Alert then, @Nullable Alert now, @Nullable News news) {
        var last = then == null ? null : new PublishedAlert(3, false, TOLD_ON, then);
        assertThat(NewsRule.of(last, TOLD_ON, now, TODAY)).as(what).isEqualTo(news);
    }

    static Stream<Arguments> afterTodaySteppedBack() {
        return Stream.of(arguments("unchanged", alert(7, OPEN), alert(7, OPEN), null),
                arguments("other numbers", alert(7, OPEN), alert(6, OPEN), News.CORRECTED),
                arguments("not severer yet", alert(8, OPEN, "10 widening warning 8"), alert(7, OPEN), News.CORRECTED),
                arguments("not holding yet", alert(7, OPEN, "10 holding watch 7"), alert(7, OPEN), News.CORRECTED),
                arguments("not over yet", alert(0, OPEN, "10 resolved watch 0"), alert(7, OPEN), News.CORRECTED),
                arguments("not open yet", alert(7, "10 widening watch 7"), null, News.WITHDRAWN));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void afterTodaySteppedBack(String what, Alert then, @Nullable Alert now, @Nullable News news) {
        var last = new PublishedAlert(3, false, TOLD_ON, then);
        assertThat(NewsRule.of(last, TOLD_ON, now, TOLD_ON.minusDays(1))).as(what).isEqualTo(news);
    }

    static Stream<Arguments> afterWithdrawal() {
        return Stream.of(arguments("still gone", null, null), arguments("back", alert(7, OPEN), News.OPENED),
                arguments("back, but over", alert(0, OPEN, "9 resolved watch 0"), News.CORRECTED));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void afterWithdrawal(String what, @Nullable Alert now, @Nullable News news) {
        var last = new PublishedAlert(3, true, TOLD_ON, alert(7, OPEN));
        assertThat(NewsRule.of(last, TOLD_ON, now, TODAY)).as(what).isEqualTo(news);
    }

    /** Transitions as {@code "day phase severity gap"}; the gap of today, or of the resolving day. */
    private static Alert alert(long gap, String... transitions) {
        List<Transition> all = Stream.of(transitions).map(NewsRuleTest::transition).toList();
        Transition last = all.getLast();
        boolean over = last.phase() == Phase.RESOLVED;
        return new Alert(all.getFirst().on(), over ? last.on() : null, over ? Outcome.CLOSED : null, last.phase(),
                last.severity(), new Figures(Amount.of(gap), Amount.of(100), Amount.of(1), null, Amount.ZERO), all);
    }

    private static Transition transition(String text) {
        String[] parts = text.toUpperCase(java.util.Locale.ROOT).split(" ");
        return new Transition(day(Integer.parseInt(parts[0])), Phase.valueOf(parts[1]), Severity.valueOf(parts[2]),
                Amount.of(Long.parseLong(parts[3])), Amount.of(100));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 11, day);
    }
}
