package org.gapwatch.alerts.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gapwatch.alerts.catalogue.Catalogue;
import org.gapwatch.alerts.catalogue.Entry;
import org.gapwatch.alerts.view.AlertView;
import org.gapwatch.alerts.view.GapHead;
import org.gapwatch.alerts.view.GapView;
import org.gapwatch.alerts.view.PastAlert;
import org.gapwatch.alerts.view.PastMeasure;
import org.gapwatch.alerts.view.Sparkline;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists every capability, of the catalogue or of the events, with the present state of its measures. */
@RestController
class CapabilityController {

    record Capabilities(List<Capability> items) {
    }

    record Sparklines(List<Sparkline> items) {
    }

    record Capability(String capability, String name, @Nullable String unit, @Nullable String domain,
            List<MeasureState> measures) {
    }

    record MeasureState(String measure, String asOf, BigDecimal gap, BigDecimal base, BigDecimal change, String trend,
            @Nullable String level, @Nullable String severity, @Nullable String alertId,
            @Nullable BigDecimal shortNow) {

        static MeasureState of(GapHead head) {
            return new MeasureState(head.measure(), head.asOf(), head.gap(), head.base(), head.change(), head.trend(),
                    head.level(), head.severity(), head.alertId(), head.shortNow());
        }

        static MeasureState of(LocalDate day, PastMeasure past, @Nullable PastAlert alert) {
            var told = past.day();
            return new MeasureState(past.measure(), day.toString(), Decimal.of(told.gap()), Decimal.of(told.base()),
                    Decimal.of(told.change()), told.trend().name(), told.level() == null ? null : told.level().name(),
                    alert == null ? null : alert.severity(), alert == null ? null : alert.alertId(), null);
        }
    }

    private final Catalogue catalogue;
    private final GapView gaps;
    private final AlertView alerts;

    CapabilityController(Catalogue catalogue, GapView gaps, AlertView alerts) {
        this.catalogue = catalogue;
        this.gaps = gaps;
        this.alerts = alerts;
    }

    @GetMapping("/api/capabilities")
    Capabilities list(@RequestParam @Nullable LocalDate asOf) {
        var measures = new TreeMap<String, List<MeasureState>>();
        catalogue.entries().forEach(entry -> measures.put(entry.code(), new ArrayList<>()));
        if (asOf == null) {
            gaps.heads().forEach(head -> measures.computeIfAbsent(head.capability(), _ -> new ArrayList<>())
                    .add(MeasureState.of(head)));
        } else {
            addPast(asOf, measures);
        }
        measures.values().forEach(each -> each.sort(Comparator.comparing(MeasureState::measure)));
        return new Capabilities(
                measures.entrySet().stream().map(each -> capability(each.getKey(), each.getValue())).toList());
    }

    private void addPast(LocalDate day, Map<String, List<MeasureState>> measures) {
        var heads = gaps.heads();
        var today = heads.stream().map(GapHead::asOf).max(Comparator.naturalOrder());
        if (today.isPresent() && day.isAfter(LocalDate.parse(today.get()))) {
            throw Problems.badParameter("asOf",
                    "asOf is %s, but what is known ends with %s. Give that day or an earlier one."
                            .formatted(day, today.get()));
        }
        // Where an opening day was corrected, the view may have the alert anew and not yet that the old one was withdrawn.
        Map<String, PastAlert> active = alerts.activeOn(day).stream()
                .collect(Collectors.toMap(alert -> alert.capability() + ":" + alert.measure(), Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(PastAlert::alertId))));
        gaps.on(day, heads).forEach(past -> measures.computeIfAbsent(past.capability(), _ -> new ArrayList<>())
                .add(MeasureState.of(day, past, active.get(past.capability() + ":" + past.measure()))));
    }

    @GetMapping("/api/sparklines")
    Sparklines sparklines() {
        return new Sparklines(gaps.sparklines());
    }

    private Capability capability(String code, List<MeasureState> measures) {
        Entry entry = catalogue.get(code);
        return entry == null
                ? new Capability(code, code, null, null, measures)
                : new Capability(code, entry.name(), entry.unit(), entry.domain(), measures);
    }
}
