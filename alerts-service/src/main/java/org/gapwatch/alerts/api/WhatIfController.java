package org.gapwatch.alerts.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.inquiry.EntityName;
import org.gapwatch.alerts.inquiry.Outlook;
import org.gapwatch.alerts.inquiry.WhatIf;
import org.gapwatch.alerts.view.GapView;
import org.gapwatch.alerts.view.Stated;
import org.gapwatch.alerts.view.StatementView;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.service.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what would be if more were known of a capability. Nothing is stored. */
@RestController
class WhatIfController {

    /** 256 KiB. */
    private static final int MAX_BYTES = 256 * 1024;

    /** Both measures, each as the published gap tells it, without and with what is supposed. */
    record Comparison(String capability, LocalDate asOf, List<Map<String, Object>> without,
            List<Map<String, Object>> with) {
    }

    private final GapView gaps;
    private final StatementView statements;

    WhatIfController(GapView gaps, StatementView statements) {
        this.gaps = gaps;
        this.statements = statements;
    }

    @PostMapping(path = "/api/capabilities/{code}/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    Comparison compare(@PathVariable String code, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw Problems.exception(HttpStatus.CONTENT_TOO_LARGE,
                    "A body has at most 256 KiB. Suppose less at once.");
        }
        Present present = Present.of(gaps, code);
        List<Event> supposed = SupposedStatements.read(body, code, present.asOf());
        return new Comparison(code, present.asOf(), told(present, List.of(), List.of()),
                told(present, known(code, supposed), supposed));
    }

    /** What is known of the entities that are supposed about. */
    private List<Event> known(String code, List<Event> supposed) {
        Map<EntityKind, Set<String>> entities = supposed.stream().map(EntityName::of)
                .collect(Collectors.groupingBy(EntityName::kind,
                        Collectors.mapping(EntityName::id, Collectors.toSet())));
        List<Event> known = new ArrayList<>();
        entities.forEach((kind, ids) -> statements.ofEntities(code, kind, ids).stream().map(Stated::event)
                .forEach(known::add));
        return known;
    }

    private static List<Map<String, Object>> told(Present present, List<Event> known, List<Event> supposed) {
        return WhatIf.outlooks(present.asOf(), present.coverage(), present.output(), known, supposed).stream()
                .map(WhatIfController::told).toList();
    }

    private static Map<String, Object> told(Outlook outlook) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("measure", outlook.measure());
        told.put("gap", Decimal.of(outlook.gap()));
        told.put("base", Decimal.of(outlook.base()));
        told.put(outlook.measure().monthField(), outlook.month());
        told.put("extraMonthlyOutput", Decimal.of(outlook.extraMonthlyOutput()));
        told.put("ahead", outlook.ahead().stream().map(WhatIfController::told).toList());
        return told;
    }

    private static Map<String, Object> told(AheadMonth month) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("month", month.month());
        switch (month) {
            case AheadMonth.Coverage coverage -> {
                told.put("due", Decimal.of(coverage.due()));
                told.put("cumulativeDue", Decimal.of(coverage.cumulativeDue()));
                told.put("capacity", Decimal.of(coverage.capacity()));
                told.put("cumulativeSupply", Decimal.of(coverage.cumulativeSupply()));
            }
            case AheadMonth.Output output -> {
                told.put("own", Decimal.of(output.own()));
                told.put("reference", Decimal.of(output.reference()));
            }
        }
        return told;
    }
}
