package org.gapwatch.alerts.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.view.GapView;
import org.gapwatch.alerts.view.SeriesStep;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows one measure of a capability: today, its daily series, what lies ahead, and why it changed. */
@RestController
class GapController {

    /** How many days of the series are shown unless asked for otherwise. */
    private static final int DAYS = 365;

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final GapView gaps;

    GapController(GapView gaps) {
        this.gaps = gaps;
    }

    @GetMapping(path = "/api/capabilities/{code}/gaps/{measure}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] show(@PathVariable String code, @PathVariable Measure measure, @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to) {
        String head = Present.head(gaps, code, measure);
        if (to != null && from != null && from.isAfter(to)) {
            throw Problems.badParameter("from", "from (%s) lies after to (%s). Swap them.".formatted(from, to));
        }
        var asOf = GapJson.asOf(head);
        var last = to == null || to.isAfter(asOf) ? asOf : to;
        // Clipped before anything is counted from it: the earliest date there is has no day before it.
        last = last.isAfter(LAST) ? LAST : last.isBefore(FIRST) ? FIRST.minusDays(1) : last;
        var first = from == null ? last.minusDays(DAYS - 1) : from;
        first = first.isBefore(FIRST) ? FIRST : first;
        var series = first.isAfter(last)
                ? List.<SeriesStep>of()
                : gaps.series(code, measure, first, last);
        return GapJson.withSeries(head, series, first, last).getBytes(UTF_8);
    }
}
