package org.gapwatch.alerts.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gapwatch.alerts.view.Source;
import org.gapwatch.alerts.view.SourceView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells who publishes, who is silent, and what is sent wrongly. */
@RestController
class SourceController {

    /** Whoever pauses for twice as long as usual, and no less than this, is silent. */
    private static final Duration SHORTEST_SILENCE = Duration.ofHours(1);

    record Sources(Instant now, List<Item> items, int others) {
    }

    /** A {@link Source}, and whether its silence is longer than usual. */
    record Item(String source, @Nullable Instant lastAcceptedAt, long acceptedLastDay, long acceptedLastWeek,
            long rejectedLastDay, long rejectedLastWeek, @Nullable Long usualPauseMinutes, boolean silent,
            List<ProblemItem> problems) {
    }

    /** A {@link Source.Problem}. */
    record ProblemItem(String code, long count, @Nullable Instant lastAt, @JsonRawValue String latest) {
    }

    private final SourceView sources;
    private final Clock clock;

    SourceController(SourceView sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/api/sources")
    Sources list() {
        Instant now = clock.instant();
        var published = sources.sources(now);
        return new Sources(now, published.sources().stream().map(source -> item(source, now)).toList(),
                published.others());
    }

    private static Item item(Source source, Instant now) {
        var pause = source.usualPause();
        return new Item(source.source(), source.lastAcceptedAt(), source.acceptedLastDay(), source.acceptedLastWeek(),
                source.rejectedLastDay(), source.rejectedLastWeek(), pause == null ? null : pause.toMinutes(),
                silent(source, now),
                source.problems().stream().map(problem -> new ProblemItem(problem.code(), problem.count(),
                        problem.lastAt(), problem.latest())).toList());
    }

    private static boolean silent(Source source, Instant now) {
        var pause = source.usualPause();
        var last = source.lastAcceptedAt();
        if (pause == null || last == null) {
            return false;
        }
        var silence = Duration.between(last, now);
        return silence.compareTo(pause.multipliedBy(2)) > 0 && silence.compareTo(SHORTEST_SILENCE) > 0;
    }
}
