package org.gapwatch.alerts.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.gapwatch.alerts.catalogue.Catalogue;
import org.gapwatch.alerts.catalogue.Entry;
import org.gapwatch.alerts.view.GapHead;
import org.gapwatch.alerts.view.GapView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists every capability, of the catalogue or of the events, with the present state of its measures. */
@RestController
class CapabilityController {

    record Capabilities(List<Capability> items) {
    }

    record Capability(String capability, String name, @Nullable String unit, @Nullable String domain,
            List<MeasureState> measures) {
    }

    record MeasureState(String measure, String asOf, BigDecimal gap, BigDecimal base, BigDecimal change, String trend,
            @Nullable String level, @Nullable String severity, @Nullable String alertId) {

        static MeasureState of(GapHead head) {
            return new MeasureState(head.measure(), head.asOf(), head.gap(), head.base(), head.change(), head.trend(),
                    head.level(), head.severity(), head.alertId());
        }
    }

    private final Catalogue catalogue;
    private final GapView gaps;

    CapabilityController(Catalogue catalogue, GapView gaps) {
        this.catalogue = catalogue;
        this.gaps = gaps;
    }

    @GetMapping("/api/capabilities")
    Capabilities list() {
        var measures = new TreeMap<String, List<MeasureState>>();
        catalogue.entries().forEach(entry -> measures.put(entry.code(), new ArrayList<>()));
        gaps.heads().stream().sorted(Comparator.comparing(GapHead::measure)).forEach(head -> measures
                .computeIfAbsent(head.capability(), _ -> new ArrayList<>()).add(MeasureState.of(head)));
        return new Capabilities(
                measures.entrySet().stream().map(each -> capability(each.getKey(), each.getValue())).toList());
    }

    private Capability capability(String code, List<MeasureState> measures) {
        Entry entry = catalogue.get(code);
        return entry == null
                ? new Capability(code, code, null, null, measures)
                : new Capability(code, entry.name(), entry.unit(), entry.domain(), measures);
    }
}
