package org.gapwatch.alerts.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.view.GapView;
import org.gapwatch.alerts.view.Stated;
import org.gapwatch.alerts.view.StatementView;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.service.web.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists what was stated about the entities of a capability, newest first. */
@RestController
class StatementController {

    record Statements(List<Item> items, @Nullable String next) {
    }

    record Item(String source, String id, Instant time, String type, String entity, @JsonRawValue String data) {
    }

    private final GapView gaps;
    private final StatementView statements;

    StatementController(GapView gaps, StatementView statements) {
        this.gaps = gaps;
        this.statements = statements;
    }

    @GetMapping("/api/capabilities/{code}/statements")
    Statements list(@PathVariable String code, @RequestParam @Nullable Measure measure,
            @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        int most = Limit.of(limit);
        var list = "statements " + code + " " + measure;
        var after = cursor == null ? null : place(list, cursor);
        // Throws what is answered where nothing is known.
        var _ = Present.head(gaps, code, Measure.COVERAGE);
        var page = statements.newest(code, measure == null ? EnumSet.allOf(EntityKind.class) : measure.entityKinds(),
                most, after);
        var last = page.last();
        return new Statements(page.items().stream().map(StatementController::item).toList(),
                last == null ? null : Cursor.after(list, last));
    }

    private static String place(String list, String cursor) {
        var keys = Cursor.keys(list, cursor);
        if (keys.size() != 1) {
            throw Cursor.unusable();
        }
        return keys.getFirst();
    }

    private static Item item(Stated stated) {
        Event event = stated.event();
        return new Item(event.source(), event.id(), event.time(), event.statement().type().cloudEventsType(),
                event.statement().entityId(), stated.data());
    }
}
