package org.gapwatch.alerts.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.alerts.gap.Cause;
import org.gapwatch.alerts.inquiry.Behind;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.view.GapView;
import org.gapwatch.alerts.view.Stated;
import org.gapwatch.alerts.view.StatementView;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the statements behind a part of why COVERAGE changed. */
@RestController
class WhyController {

    /** What a statement changed comes first, by how much. */
    private static final Comparator<Behind> LARGEST = Comparator
            .comparing((Behind behind) -> magnitude(behind)).reversed()
            .thenComparing(Behind::event, Event.STATEMENT_ORDER);

    /**
     * The answer.
     *
     * @param count how many statements there are, of which the items are the largest
     */
    record StatementsBehind(String capability, LocalDate asOf, LocalDate since, YearMonth month, Cause cause, int count,
            List<Item> items) {
    }

    /** One statement with what it changed, see {@link Behind}. */
    record Item(String source, String id, Instant time, String type, String entity, BigDecimal due,
            BigDecimal thisMonth, BigDecimal later, @JsonRawValue String data) {
    }

    private final GapView gaps;
    private final StatementView statements;

    WhyController(GapView gaps, StatementView statements) {
        this.gaps = gaps;
        this.statements = statements;
    }

    @GetMapping("/api/capabilities/{code}/why")
    StatementsBehind list(@PathVariable String code, @RequestParam Cause cause,
            @RequestParam @Nullable Integer limit) {
        int most = Limit.of(limit);
        Present present = Present.of(gaps, code);
        Map<Event, String> data = new HashMap<>();
        Arrays.stream(EventType.values()).filter(type -> Cause.of(type) == cause)
                .flatMap(type -> statements
                        .ofEntitiesChanged(code, type, present.why().since(), present.asOf()).stream())
                .forEach((Stated stated) -> data.put(stated.event(), stated.data()));
        List<Behind> behind = Behind.of(data.keySet(), cause, present.why().since(), present.asOf(),
                present.why().month());
        return new StatementsBehind(code, present.asOf(), present.why().since(), present.why().month(), cause,
                behind.size(), behind.stream().sorted(LARGEST).limit(most)
                        .map(each -> item(each, data.getOrDefault(each.event(), "null"))).toList());
    }

    private static Amount magnitude(Behind behind) {
        Amount sum = behind.due().plus(behind.thisMonth()).plus(behind.later());
        return sum.signum() < 0 ? sum.negated() : sum;
    }

    private static Item item(Behind behind, String data) {
        Event event = behind.event();
        return new Item(event.source(), event.id(), event.time(), event.statement().type().cloudEventsType(),
                event.statement().entityId(), Decimal.of(behind.due()), Decimal.of(behind.thisMonth()),
                Decimal.of(behind.later()), data);
    }
}
