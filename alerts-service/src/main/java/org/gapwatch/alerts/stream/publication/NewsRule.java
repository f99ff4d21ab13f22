package org.gapwatch.alerts.stream.publication;

import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an alert needs a new revision, and what news that one is.
 *
 * <p>
 * The past of what was told are the days before the one it was told on: that day itself was not over yet, so what still
 * happens on it is news, not a correction.
 */
final class NewsRule {

    private NewsRule() {
    }

    /**
     * The news of an alert, or null where there is none.
     *
     * @param last what was published last, null where nothing was
     * @param toldOn the day of which the alert's measure was last told; null where it was not
     * @param now the alert as it is, null where it does not exist
     * @param today the day of which it is so, null where nothing is known
     */
    static @Nullable News of(@Nullable PublishedAlert last, @Nullable LocalDate toldOn, @Nullable Alert now,
            @Nullable LocalDate today) {
        if (last == null || last.withdrawn()) {
            return now == null ? null : now.active() ? News.OPENED : News.CORRECTED;
        }
        if (now == null) {
            return News.WITHDRAWN;
        }
        if (last.alert().equals(now)) {
            return null;
        }
        LocalDate told = toldOn == null ? last.asOf() : toldOn;
        // Nothing happened between a day and an earlier one: what was told is taken back.
        return today != null && today.isBefore(told) ? News.CORRECTED : ofChange(last.alert(), told, now);
    }

    private static News ofChange(Alert then, LocalDate toldOn, Alert now) {
        if (!before(toldOn, then).equals(before(toldOn, now))) {
            return News.CORRECTED;
        }
        if (!then.active()) {
            // Over, and still over on the same day: only its numbers may yet move while that day lasts.
            boolean sameEnd = now.resolvedOn() != null && now.resolvedOn().equals(then.resolvedOn())
                    && now.outcome() == then.outcome() && now.severity() == then.severity()
                    && !toldOn.isAfter(now.resolvedOn());
            return sameEnd ? News.UPDATED : News.CORRECTED;
        }
        if (!now.active()) {
            return News.RESOLVED;
        }
        int severity = now.severity().compareTo(then.severity());
        if (severity > 0 || now.phase() == Phase.WIDENING && then.phase() != Phase.WIDENING) {
            return News.WORSENED;
        }
        if (severity < 0 || now.phase() != then.phase()) {
            return News.EASED;
        }
        return ofDetour(then, now);
    }

    /** Phase and severity are as they were; there may have been other ones in between, on days not told one by one. */
    private static News ofDetour(Alert then, Alert now) {
        if (now.transitions().size() <= then.transitions().size()) {
            return News.UPDATED;
        }
        Transition last = now.transitions().getLast();
        Transition previous = now.transitions().get(now.transitions().size() - 2);
        boolean worse = last.severity().compareTo(previous.severity()) > 0
                || last.phase() == Phase.WIDENING && previous.phase() != Phase.WIDENING;
        return worse ? News.WORSENED : News.EASED;
    }

    private static List<Transition> before(LocalDate day, Alert alert) {
        return alert.transitions().stream().filter(transition -> transition.on().isBefore(day)).toList();
    }
}
