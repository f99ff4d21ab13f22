package org.gapwatch.alerts.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.alerts.episode.Severity.CRITICAL;
import static org.gapwatch.alerts.episode.Severity.WARNING;
import static org.gapwatch.alerts.episode.Severity.WATCH;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.gap.Reading;
import org.gapwatch.alerts.number.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/gap-model.md, "Alerts". Every base is 1000; the first day is 2026-01-01. */
class EpisodeFoldTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Figures TODAY = figures(1, 2);

    private EpisodeFold fold = new EpisodeFold(Measure.COVERAGE);
    private LocalDate day = FIRST;

    @Test
    void anAlertOpensOnTheDayThatBeginsToWiden() {
        days(3, 100, 49);
        days(1, 250, 50);
        assertThat(only().transitions()).containsExactly(transition("2026-01-04", Phase.WIDENING, WARNING, 250));
        assertThat(only().openedOn()).isEqualTo("2026-01-04");
        assertThat(only().active()).isTrue();
    }

    @Test
    void onlyDaysOfAnotherPhaseOrSeverityAreTransitions() {
        days(5, 100, 50);
        days(5, 300, 50);
        days(5, 290, 0);
        days(5, 280, -60);
        assertThat(only().transitions()).containsExactly(transition("2026-01-01", Phase.WIDENING, WATCH, 100),
                transition("2026-01-06", Phase.WIDENING, WARNING, 300),
                transition("2026-01-11", Phase.HOLDING, WARNING, 290),
                transition("2026-01-16", Phase.NARROWING, WARNING, 280));
        assertThat(only().phase()).isEqualTo(Phase.NARROWING);
    }

    @Test
    void aGapThatIsGoneIsClosedWithTheSeverityOfTheDayBefore() {
        days(2, 600, 60);
        days(1, 0, -600);
        checkResolved("2026-01-03", Outcome.CLOSED, CRITICAL, 0);
    }

    @Test
    void anAdvantageIsAReversal() {
        fold = new EpisodeFold(Measure.OUTPUT);
        days(2, 600, 60);
        days(1, -5, -600);
        checkResolved("2026-01-03", Outcome.REVERSED, CRITICAL, -5);
    }

    @Test
    void outputOnAParIsNoReversal() {
        fold = new EpisodeFold(Measure.OUTPUT);
        days(2, 600, 60);
        days(1, 0, -600);
        checkResolved("2026-01-03", Outcome.CLOSED, CRITICAL, 0);
    }

    @Test
    void theSixtiethCalmDayInARowStabilisesAndTheSeverityFollowsTheRule() {
        days(1, 600, 60);
        days(59, 460, 0);
        assertThat(only().active()).isTrue();
        days(1, 100, -60);
        checkResolved("2026-03-02", Outcome.STABILISED, WATCH, 100);
    }

    @Test
    void oneDayOfWideningBeginsTheCountAnew() {
        days(1, 600, 60);
        days(59, 600, 0);
        days(1, 600, 60);
        days(59, 600, -60);
        assertThat(only().active()).isTrue();
        days(1, 600, 0);
        assertThat(only().active()).isFalse();
    }

    @Test
    void holdingAndNarrowingAreBothCalm() {
        days(1, 600, 60);
        for (int i = 0; i < 30; i++) {
            days(1, 600, 0);
            days(1, 600, -60);
        }
        assertThat(only().outcome()).isEqualTo(Outcome.STABILISED);
    }

    @Test
    void theNextAlertMayOpenTheDayAfterOneIsResolved() {
        days(1, 600, 60);
        days(1, 0, 0);
        days(1, 70, 60);
        assertThat(alerts()).hasSize(2);
        assertThat(alerts().getLast().transitions())
                .containsExactly(transition("2026-01-03", Phase.WIDENING, WATCH, 70));
    }

    @Test
    void aResolvedAlertKeepsTheFiguresOfItsLastDayAndAnActiveOneBearsTodays() {
        days(1, 600, 60);
        assertThat(only().figures()).isEqualTo(TODAY);
        days(1, 0, -7);
        days(3, 10, 0);
        assertThat(only().figures()).isEqualTo(figures(0, -7));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void foldingAnewFromAnyDayGivesWhatFoldingFromTheFirstGives(long seed) {
        Random random = new Random(seed);
        long[][] series = series(random, 600);
        for (int i = 0; i < series.length; i++) {
            add(fold, i, series[i]);
        }
        for (int round = 0; round < 40; round++) {
            int from = random.nextInt(series.length + 1);
            long[][] changed = series(random, series.length - from);
            System.arraycopy(changed, 0, series, from, changed.length);
            fold.rewind(index(from));
            EpisodeFold anew = new EpisodeFold(Measure.COVERAGE);
            for (int i = 0; i < series.length; i++) {
                if (i >= from) {
                    add(fold, i, series[i]);
                }
                add(anew, i, series[i]);
            }
            assertThat(fold.alerts(TODAY)).as("from day %d", from).isEqualTo(anew.alerts(TODAY));
            assertThat(fold.trend()).isEqualTo(anew.trend());
        }
    }

    /** Gaps and changes that stay a while, so that alerts of every outcome come about. */
    private static long[][] series(Random random, int days) {
        long[][] series = new long[days][];
        long[] now = {0, 0};
        for (int i = 0; i < days; i++) {
            if (random.nextInt(15) == 0) {
                now = new long[]{random.nextInt(6) * 120L, random.nextInt(5) * 40L - 80};
            }
            series[i] = now;
        }
        return series;
    }

    private static void add(EpisodeFold fold, int index, long[] gapAndChange) {
        fold.add(index(index),
                Reading.of(Amount.of(gapAndChange[0]), Amount.of(gapAndChange[1]), Amount.of(1000)),
                change -> new Figures(Amount.of(gapAndChange[0]), Amount.of(1000), change, null, Amount.ZERO));
    }

    private static int index(int day) {
        return (int) FIRST.toEpochDay() + day;
    }

    private void days(int count, long gap, long change) {
        for (int i = 0; i < count; i++) {
            add(fold, (int) (day.toEpochDay() - FIRST.toEpochDay()), new long[]{gap, change});
            day = day.plusDays(1);
        }
    }

    private List<Alert> alerts() {
        return fold.alerts(TODAY);
    }

    private Alert only() {
        assertThat(alerts()).hasSize(1);
        return alerts().getFirst();
    }

    private static Figures figures(long gap, long change) {
        return new Figures(Amount.of(gap), Amount.of(1000), Amount.of(change), null, Amount.ZERO);
    }

    private static Transition transition(String on, Phase phase, Severity severity, long gap) {
        return new Transition(LocalDate.parse(on), phase, severity, Amount.of(gap), Amount.of(1000));
    }

    private void checkResolved(String on, Outcome outcome, Severity severity, long gap) {
        assertThat(only().resolvedOn()).isEqualTo(on);
        assertThat(only().outcome()).isEqualTo(outcome);
        assertThat(only().phase()).isEqualTo(Phase.RESOLVED);
        assertThat(only().severity()).isEqualTo(severity);
        assertThat(only().transitions()).endsWith(transition(on, Phase.RESOLVED, severity, gap));
    }
}
