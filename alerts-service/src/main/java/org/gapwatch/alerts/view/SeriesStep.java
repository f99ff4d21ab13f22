package org.gapwatch.alerts.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.inquiry.PastDay;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.published.PublishedJson;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * A stretch of days on which gap and base stay the same.
 *
 * @param from the first of the days
 * @param until the last of the days
 * @param gap as the JSON number that was published
 * @param base as the JSON number that was published
 */
public record SeriesStep(LocalDate from, LocalDate until, String gap, String base) {

    /** The steps of a year's record: {@code {"until": "2026-11-23", "series": [["2026-01-01", 0, 1234.5], ...]}}. */
    static List<SeriesStep> parse(String year) {
        var until = LocalDate.MIN;
        var begun = new ArrayList<SeriesStep>();
        try (JsonParser json = PublishedJson.FACTORY.createParser(ObjectReadContext.empty(), year)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var field = json.currentName();
                json.nextToken();
                if (field.equals("until")) {
                    until = LocalDate.parse(json.getString());
                } else if (field.equals("series")) {
                    readDays(json, begun);
                } else {
                    json.skipChildren();
                }
            }
        }
        var steps = new ArrayList<SeriesStep>(begun.size());
        for (int i = 0; i < begun.size(); i++) {
            var step = begun.get(i);
            var last = i + 1 < begun.size() ? begun.get(i + 1).from.minusDays(1) : until;
            steps.add(new SeriesStep(step.from, last, step.gap, step.base));
        }
        return steps;
    }

    /** The same in thousandths. */
    PastDay.Step exact() {
        return new PastDay.Step(from, until, Amount.of(new BigDecimal(gap)), Amount.of(new BigDecimal(base)));
    }

    private static void readDays(JsonParser json, List<SeriesStep> begun) {
        while (json.nextToken() == JsonToken.START_ARRAY) {
            json.nextToken();
            var day = LocalDate.parse(json.getString());
            json.nextToken();
            var gap = json.getString();
            json.nextToken();
            var base = json.getString();
            json.nextToken();
            begun.add(new SeriesStep(day, day, gap, base));
        }
    }
}
