package org.gapwatch.production;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gapwatch.border.entity.Entities;
import org.gapwatch.border.entity.Entity;
import org.gapwatch.border.entity.EntityQuery;
import org.gapwatch.border.entity.EntitySort;
import org.gapwatch.border.entity.MonthQuantity;
import org.gapwatch.border.entity.Page;
import org.gapwatch.border.entity.Quantity;
import org.gapwatch.border.entity.StatementView;
import org.gapwatch.border.rest.Statements;
import org.gapwatch.contract.EventType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What other parties are assessed to make, for people. */
@RestController
@RequestMapping("/api/reference-output")
class ReferenceOutput {

    /**
     * A party's output in a list.
     *
     * @param monthlyOutput what it is assessed to make in the running month
     */
    record Item(String capability, String party, Quantity monthlyOutput, Instant updatedAt) {
    }

    /**
     * A party's output.
     *
     * @param output its monthly output, from each month on in which it changes
     * @param statements all that is stated about it, in statement order
     */
    record Output(String capability, String party, Quantity monthlyOutput, Instant updatedAt,
            List<MonthQuantity> output, List<StatementView> statements) {
    }

    private final Statements statements;
    private final Entities referenceOutput;
    private final Clock clock;

    ReferenceOutput(Statements statements, Entities referenceEntities, Clock clock) {
        this.statements = statements;
        this.referenceOutput = referenceEntities;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> assess(HttpServletRequest request) throws IOException {
        return statements.state(EventType.OUTPUT_ASSESSED, referenceOutput.collection().address(), Map.of(), request);
    }

    @GetMapping
    Page<Item> list(@RequestParam(required = false) @Nullable String capability,
            @RequestParam(required = false) @Nullable String sort, @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int month = EntityQuery.month(clock);
        var query = new EntityQuery(EntityQuery.wanted("capability", capability), EntitySort.of(sort), limit, cursor);
        return referenceOutput.list(query).map(entity -> new Item(entity.capability(), entity.id(),
                MonthQuantity.level(entity.amounts(), month), entity.updatedAt()));
    }

    @GetMapping("/{capability}/{party}")
    Output one(@PathVariable String capability, @PathVariable String party) {
        Entity entity = referenceOutput.one(capability, party);
        return new Output(entity.capability(), entity.id(),
                MonthQuantity.level(entity.amounts(), EntityQuery.month(clock)), entity.updatedAt(),
                MonthQuantity.levels(entity.amounts()), entity.statements());
    }
}
