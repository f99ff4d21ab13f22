package org.gapwatch.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.alerts.oracle.Expected;
import org.gapwatch.alerts.oracle.ExpectedRecords;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.ReferenceStatement;
import org.junit.jupiter.api.Test;

/** That a gap or an alert which is wrong, missing or too much is found. */
class OutputsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final Map<String, Expected> MODEL = Oracle.expect(
            List.of(new Event("s", "1", Instant.parse("2026-03-01T00:00:00Z"),
                    new ReferenceStatement.Assessed("p", "c", 125_000, TODAY.minusMonths(2)))),
            TODAY);
    private static final String GAP = "c:OUTPUT";

    private final Map<String, String> gaps = new TreeMap<>(ExpectedRecords.gaps(MODEL));
    private final Map<String, String> alerts = new TreeMap<>(ExpectedRecords.alerts(MODEL));
    private final String alert = alerts.keySet().iterator().next();

    private List<String> findings() {
        Findings findings = new Findings();
        new Outputs(MODEL).checkKafka(Records.of(gaps), Records.of(alerts), findings);
        return findings.words();
    }

    private static void replace(Map<String, String> records, String key, String part, String inPlace) {
        String right = String.valueOf(records.get(key));
        assertThat(right).contains(part);
        records.put(key, right.replace(part, inPlace));
    }

    @Test
    void whatIsRightIsFoundRight() {
        replace(gaps, GAP, "\"gap\":125", "\"gap\":125.000");
        replace(alerts, alert, "{\"alertId\"",
                "{\"revision\":3,\"news\":\"UPDATED\",\"asOf\":\"2026-03-30\",\"alertId\"");
        alerts.put("c:COVERAGE:2026-01-01", "{\"status\":\"WITHDRAWN\"}");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aWrongGapIsFound() {
        replace(gaps, GAP, "\"gap\":125", "\"gap\":125.001");
        assertThat(findings()).singleElement().asString().contains("gap " + GAP, "125.001");
    }

    @Test
    void aWrongDayOfTheSeriesIsFound() {
        replace(gaps, GAP + ":2026", "[\"2026-03-01\",125", "[\"2026-03-02\",125");
        assertThat(findings()).hasSize(1);
    }

    @Test
    void aGapThatIsMissingOrTooMuchIsFound() {
        gaps.put("d:OUTPUT", String.valueOf(gaps.remove(GAP)));
        assertThat(findings()).hasSize(2);
    }

    @Test
    void anAlertThatIsWrongMissingOrTooMuchIsFound() {
        replace(alerts, alert, "\"severity\":\"CRITICAL\"", "\"severity\":\"WATCH\"");
        alerts.put("c:COVERAGE:2026-01-01", "{\"status\":\"ACTIVE\"}");
        assertThat(findings()).hasSize(2);
        alerts.clear();
        assertThat(findings()).hasSize(1);
    }
}
