package org.gapwatch.alerts.view;

import java.math.BigDecimal;
import java.util.Set;
import org.gapwatch.alerts.published.PublishedJson;
import org.jspecify.annotations.Nullable;

/**
 * Today's state of one measure of a capability, in short.
 *
 * @param asOf the day
 * @param gap the gap that day
 * @param base what the gap is measured against
 * @param change of the gap in three months
 * @param trend WIDENING, HOLDING or NARROWING
 * @param level by the plain thresholds; null where there is no gap
 * @param severity the active alert's, or null
 * @param alertId the active alert's, or null
 */
public record GapHead(String capability, String measure, String asOf, BigDecimal gap, BigDecimal base,
        BigDecimal change,
        String trend, @Nullable String level, @Nullable String severity, @Nullable String alertId) {

    private static final Set<String> FIELDS = Set.of("capability", "measure", "asOf", "gap", "base", "change", "trend",
            "level", "severity", "alertId");

    static GapHead parse(byte[] json) {
        var fields = PublishedJson.scalars(json, FIELDS);
        return new GapHead(fields.getOrDefault("capability", ""), fields.getOrDefault("measure", ""),
                fields.getOrDefault("asOf", ""), number(fields.get("gap")), number(fields.get("base")),
                number(fields.get("change")), fields.getOrDefault("trend", ""), fields.get("level"),
                fields.get("severity"), fields.get("alertId"));
    }

    private static BigDecimal number(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
