package org.gapwatch.alerts.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.view.GapView;
import org.gapwatch.service.web.Problems;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is published of a capability today, taken apart. */
record Present(LocalDate asOf, List<AheadMonth.Coverage> coverage, List<AheadMonth.Output> output, Why why) {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** Since when and up to which month the "why" of COVERAGE counts. */
    record Why(LocalDate since, YearMonth month) {
    }

    /** That of a capability; throws what is answered where there is none. */
    static Present of(GapView gaps, String code) {
        JsonNode coverage = EXACT.readTree(head(gaps, code, Measure.COVERAGE));
        JsonNode output = EXACT.readTree(head(gaps, code, Measure.OUTPUT));
        if (!coverage.get("asOf").equals(output.get("asOf"))) {
            throw Problems.exception(HttpStatus.SERVICE_UNAVAILABLE,
                    "A new day has begun and is being evaluated. Try again in a few seconds.");
        }
        return new Present(LocalDate.parse(coverage.get("asOf").asString()),
                coverage.get("ahead").valueStream().map(Present::coverageMonth).toList(),
                output.get("ahead").valueStream().map(Present::outputMonth).toList(),
                new Why(LocalDate.parse(coverage.get("why").get("since").asString()),
                        YearMonth.parse(coverage.get("why").get("month").asString())));
    }

    /** What is published of a measure, as JSON; throws what is answered where there is none. */
    static String head(GapView gaps, String code, Measure measure) {
        String head = gaps.head(code, measure);
        if (head == null) {
            throw Problems.notFound(
                    "No event about %s is known yet. GET /api/capabilities tells which capabilities have measures."
                            .formatted(code));
        }
        return head;
    }

    private static AheadMonth.Coverage coverageMonth(JsonNode month) {
        return new AheadMonth.Coverage(YearMonth.parse(month.get("month").asString()), amount(month.get("due")),
                amount(month.get("cumulativeDue")), amount(month.get("capacity")),
                amount(month.get("cumulativeSupply")));
    }

    private static AheadMonth.Output outputMonth(JsonNode month) {
        return new AheadMonth.Output(YearMonth.parse(month.get("month").asString()), amount(month.get("own")),
                amount(month.get("reference")));
    }

    private static Amount amount(JsonNode number) {
        return Amount.of(number.decimalValue());
    }
}
