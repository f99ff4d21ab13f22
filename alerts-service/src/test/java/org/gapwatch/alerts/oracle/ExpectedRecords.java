package org.gapwatch.alerts.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gapwatch.alerts.oracle.Expected.Alert;
import org.gapwatch.alerts.oracle.Expected.Day;
import org.gapwatch.alerts.oracle.Expected.Measure;
import org.gapwatch.alerts.oracle.Expected.OfMeasure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records that must be on the output topics, from what the oracle tells: written a second time, with databind, so
 * that the writers under test are compared with something else than themselves.
 */
public final class ExpectedRecords {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ExpectedRecords() {
    }

    /** Of the gaps topic, by key. */
    public static Map<String, String> gaps(Map<String, Expected> expected) {
        var records = new TreeMap<String, String>();
        expected.values().forEach(capability -> {
            for (OfMeasure measure : new OfMeasure[]{capability.coverage(), capability.output()}) {
                String key = capability.capability() + ":" + measure.measure();
                records.put(key, head(capability, measure).toString());
                years(key, capability, measure, records);
            }
        });
        return records;
    }

    /** Of the alerts topic, by key; without revision and news, and an active one's without the day of its evaluation. */
    public static Map<String, String> alerts(Map<String, Expected> expected) {
        var records = new TreeMap<String, String>();
        expected.values().forEach(capability -> {
            for (OfMeasure measure : new OfMeasure[]{capability.coverage(), capability.output()}) {
                measure.alerts().forEach(
                        alert -> records.put(alert.alertId(), alert(capability, measure.measure(), alert).toString()));
            }
        });
        return records;
    }

    private static ObjectNode head(Expected capability, OfMeasure measure) {
        Alert active = measure.alerts().isEmpty() || measure.alerts().getLast().resolvedOn() != null
                ? null
                : measure.alerts().getLast();
        ObjectNode head = JSON.createObjectNode();
        text(head, "capability", capability.capability());
        text(head, "measure", measure.measure());
        text(head, "firstDay", capability.firstDay());
        text(head, "asOf", capability.asOf());
        number(head, "gap", measure.today().gap());
        number(head, "base", measure.today().base());
        number(head, "change", measure.change());
        text(head, "trend", measure.trend());
        text(head, "level", measure.level());
        text(head, "severity", active == null ? null : active.transitions().getLast().severity());
        text(head, "alertId", active == null ? null : active.alertId());
        text(head, measure.measure() == Measure.COVERAGE ? "peakMonth" : "closesIn", measure.today().month());
        number(head, "extraMonthlyOutput", measure.today().extraMonthlyOutput());
        ArrayNode ahead = head.putArray("ahead");
        measure.ahead().forEach(month -> {
            ObjectNode node = text(ahead.addObject(), "month", month.month());
            if (measure.measure() == Measure.COVERAGE) {
                number(node, "due", month.demand());
                number(node, "cumulativeDue", month.cumulativeDemand());
                number(node, "capacity", month.supply());
                number(node, "cumulativeSupply", month.cumulativeSupply());
            } else {
                number(node, "own", month.supply());
                number(node, "reference", month.demand());
            }
        });
        if (measure.measure() == Measure.COVERAGE) {
            ObjectNode why = head.putObject("why");
            text(why, "month", capability.why().month());
            text(why, "since", capability.why().since());
            number(why, "total", capability.why().total());
            ArrayNode parts = why.putArray("parts");
            capability.why().parts()
                    .forEach((cause, amount) -> number(text(parts.addObject(), "cause", cause), "amount", amount));
        }
        return head;
    }

    private static void years(String key, Expected capability, OfMeasure measure, Map<String, String> records) {
        var years = new TreeMap<Integer, ObjectNode>();
        Day before = null;
        for (Day day : measure.series()) {
            int year = day.on().getYear();
            ObjectNode piece = years.computeIfAbsent(year, _ -> {
                ObjectNode node = text(JSON.createObjectNode(), "capability", capability.capability());
                text(node, "measure", measure.measure()).put("year", year).put("until", "").putArray("series");
                return node;
            });
            piece.put("until", day.on().toString());
            ArrayNode series = (ArrayNode) piece.required("series");
            if (series.isEmpty() || before == null || !before.gap().equals(day.gap())
                    || !before.base().equals(day.base())) {
                series.addArray().add(day.on().toString()).add(decimal(day.gap())).add(decimal(day.base()));
            }
            before = day;
        }
        years.forEach((year, piece) -> records.put(key + ":" + year, piece.toString()));
    }

    private static ObjectNode alert(Expected capability, Measure measure, Alert alert) {
        LocalDate resolvedOn = alert.resolvedOn();
        ObjectNode node = text(JSON.createObjectNode(), "alertId", alert.alertId());
        text(node, "capability", capability.capability());
        text(node, "measure", measure);
        text(node, "status", resolvedOn == null ? "ACTIVE" : "RESOLVED");
        text(node, "phase", alert.transitions().getLast().phase());
        text(node, "severity", alert.transitions().getLast().severity());
        text(node, "openedOn", alert.openedOn());
        text(node, "resolvedOn", resolvedOn);
        text(node, "outcome", alert.outcome());
        if (resolvedOn != null) {
            text(node, "asOf", resolvedOn);
        }
        number(node, "gap", alert.figures().gap());
        number(node, "base", alert.figures().base());
        number(node, "change", alert.change());
        text(node, measure == Measure.COVERAGE ? "peakMonth" : "closesIn", alert.figures().month());
        number(node, "extraMonthlyOutput", alert.figures().extraMonthlyOutput());
        ArrayNode transitions = node.putArray("transitions");
        alert.transitions().forEach(transition -> {
            ObjectNode one = text(transitions.addObject(), "on", transition.on());
            text(one, "phase", transition.phase());
            text(one, "severity", transition.severity());
            number(one, "gap", transition.gap());
            number(one, "base", transition.base());
        });
        return node;
    }

    private static ObjectNode text(ObjectNode node, String name, @Nullable Object value) {
        return node.put(name, value == null ? null : Objects.toString(value));
    }

    private static void number(ObjectNode node, String name, BigInteger thousandths) {
        node.put(name, decimal(thousandths));
    }

    private static BigDecimal decimal(BigInteger thousandths) {
        BigDecimal shortest = new BigDecimal(thousandths, 3).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
