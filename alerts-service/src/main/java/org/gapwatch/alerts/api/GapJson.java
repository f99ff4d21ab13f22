package org.gapwatch.alerts.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gapwatch.alerts.published.PublishedJson;
import org.gapwatch.alerts.view.SeriesStep;

/** Puts a gap's published record and its series together, without touching a number. */
final class GapJson {

    private GapJson() {
    }

    /** The day that a published record is of. */
    static LocalDate asOf(String head) {
        var asOf = PublishedJson.scalars(head.getBytes(UTF_8), Set.of("asOf")).get("asOf");
        if (asOf == null) {
            throw new IllegalStateException("A gap was published without a day.");
        }
        return LocalDate.parse(asOf);
    }

    /** The record with a member {@code series}: one entry for every day that there is from first to last. */
    static String withSeries(String head, List<SeriesStep> steps, LocalDate first, LocalDate last) {
        var json = new StringBuilder(head.length() + 64 * 365);
        json.append(head, 0, head.lastIndexOf('}')).append(",\"series\":[");
        boolean begun = false;
        for (var step : steps) {
            var until = step.until().isAfter(last) ? last : step.until();
            for (var day = step.from().isBefore(first) ? first : step.from(); !day.isAfter(until); day = day
                    .plusDays(1)) {
                json.append(begun ? "," : "").append("{\"on\":\"").append(day).append("\",\"gap\":").append(step.gap())
                        .append(",\"base\":").append(step.base()).append('}');
                begun = true;
            }
        }
        return json.append("]}").toString();
    }
}
