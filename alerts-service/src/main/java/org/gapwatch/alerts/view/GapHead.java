package org.gapwatch.alerts.view;

import java.math.BigDecimal;
import java.util.Set;
import org.gapwatch.alerts.published.PublishedJson;
import org.jspecify.annotations.Nullable;

/**
 * Today's state of one measure of a capability, in short.
 *
 * @param firstDay the first day of the series
 * @param asOf the day
 * @param gap the gap that day
 * @param base what the gap is measured against
 * @param change of the gap in three months
 * @param trend WIDENING, HOLDING or NARROWING
 * @param level by the plain thresholds; null where there is no gap
 * @param severity the active alert's, or null
 * @param alertId the active alert's, or null
 * @param shortNow what is due by the end of this month and cannot be made by then, not below 0; null for OUTPUT
 */
public record GapHead(String capability, String measure, String firstDay, String asOf, BigDecimal gap, BigDecimal base,
        BigDecimal change,
        String trend, @Nullable String level, @Nullable String severity, @Nullable String alertId,
        @Nullable BigDecimal shortNow) {

    private static final Set<String> FIELDS = Set.of("capability", "measure", "firstDay", "asOf", "gap", "base",
            "change", "trend",
            "level", "severity", "alertId");

    static GapHead parse(byte[] json) {
        var fields = PublishedJson.scalars(json, FIELDS);
        return new GapHead(fields.getOrDefault("capability", ""), fields.getOrDefault("measure", ""),
                fields.getOrDefault("firstDay", ""), fields.getOrDefault("asOf", ""), number(fields.get("gap")),
                number(fields.get("base")),
                number(fields.get("change")), fields.getOrDefault("trend", ""), fields.get("level"),
                fields.get("severity"), fields.get("alertId"), shortNow(json));
    }

    private static @Nullable BigDecimal shortNow(byte[] json) {
        var now = PublishedJson.scalarsOfFirst(json, "ahead", Set.of("cumulativeDue", "cumulativeSupply"));
        return now.containsKey("cumulativeDue")
                ? number(now.get("cumulativeDue")).subtract(number(now.get("cumulativeSupply"))).max(BigDecimal.ZERO)
                : null;
    }

    private static BigDecimal number(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
