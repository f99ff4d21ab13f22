package org.gapwatch.alerts.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.alerts.oracle.Expected.Alert;
import org.gapwatch.alerts.oracle.Expected.Day;
import org.gapwatch.alerts.oracle.Expected.Measure;
import org.gapwatch.alerts.oracle.Expected.OfMeasure;
import org.gapwatch.alerts.oracle.Expected.Why;
import org.jspecify.annotations.Nullable;

/** What is expected, as the JSON values of {@code src/test/resources/vectors/README.md}. */
final class VectorFormat {

    private VectorFormat() {
    }

    /** JSON objects as maps, arrays as lists, numbers as BigInteger, the rest as text or null. */
    static Map<String, Object> capabilities(Map<String, Expected> expected) {
        Map<String, Object> capabilities = new LinkedHashMap<>();
        expected.forEach((code, of) -> {
            Map<String, @Nullable Object> coverage = measure(of.coverage());
            coverage.put("why", why(of.why()));
            capabilities.put(code, Map.of("COVERAGE", coverage, "OUTPUT", measure(of.output())));
        });
        return capabilities;
    }

    private static Map<String, @Nullable Object> measure(OfMeasure of) {
        Map<String, @Nullable Object> today = new LinkedHashMap<>();
        today.put("gap", of.today().gap());
        today.put("base", of.today().base());
        today.put(of.measure() == Measure.COVERAGE ? "peakMonth" : "closesIn", text(of.today().month()));
        today.put("extraMonthlyOutput", of.today().extraMonthlyOutput());
        Map<String, @Nullable Object> measure = new LinkedHashMap<>();
        measure.put("today", today);
        measure.put("series", series(of.series()));
        measure.put("alerts", of.alerts().stream().map(VectorFormat::alert).toList());
        return measure;
    }

    private static List<Object> series(List<Day> days) {
        List<Object> rows = new ArrayList<>();
        Day before = null;
        for (Day day : days) {
            if (before == null || !day.gap().equals(before.gap()) || !day.base().equals(before.base())) {
                rows.add(List.of(day.on().toString(), day.gap(), day.base()));
            }
            before = day;
        }
        return rows;
    }

    private static Map<String, @Nullable Object> alert(Alert of) {
        Map<String, @Nullable Object> alert = new LinkedHashMap<>();
        alert.put("alertId", of.alertId());
        alert.put("openedOn", of.openedOn().toString());
        alert.put("resolvedOn", text(of.resolvedOn()));
        alert.put("outcome", text(of.outcome()));
        alert.put("status", of.resolvedOn() == null ? "ACTIVE" : "RESOLVED");
        alert.put(
                "transitions",
                of.transitions().stream().map(
                        t -> List.of(
                                t.on().toString(),
                                t.phase().toString(),
                                t.severity().toString(),
                                t.gap(),
                                t.base()))
                        .toList());
        return alert;
    }

    private static Map<String, @Nullable Object> why(Why of) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        of.parts().forEach((cause, amount) -> parts.put(cause.toString(), amount));
        Map<String, @Nullable Object> why = new LinkedHashMap<>();
        why.put("month", of.month().toString());
        why.put("since", of.since().toString());
        why.put("total", of.total());
        why.put("parts", parts);
        return why;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
