package org.gapwatch.production;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/** Production lines, for people: what is stated about them, and how they stand. */
@RestController
@RequestMapping("/api/production-lines")
class ProductionLines {

    /**
     * A line in a list.
     *
     * @param monthlyCapacity what it can make in the running month, by all that is stated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String capability, String lineId, @Nullable String producer, @Nullable String site,
            @Nullable String country, Quantity monthlyCapacity, Instant updatedAt) {
    }

    /**
     * A line.
     *
     * @param capacity its monthly capacity, from each month on in which it changes
     * @param statements all that is stated about it, in statement order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String capability, String lineId, @Nullable String producer, @Nullable String site,
            @Nullable String country, Quantity monthlyCapacity, Instant updatedAt, List<MonthQuantity> capacity,
            List<StatementView> statements) {
    }

    private final Statements statements;
    private final Entities lines;
    private final Clock clock;

    ProductionLines(Statements statements, Entities lineEntities, Clock clock) {
        this.statements = statements;
        this.lines = lineEntities;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> open(HttpServletRequest request) throws IOException {
        return statements.state(EventType.LINE_OPENED, lines.collection().address(), Map.of(), request);
    }

    @PostMapping(path = "/{capability}/{lineId}/rescheduling", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> reschedule(@PathVariable String capability, @PathVariable String lineId,
            HttpServletRequest request) throws IOException {
        return state(EventType.LINE_RESCHEDULED, capability, lineId, request);
    }

    @PostMapping(path = "/{capability}/{lineId}/capacity-changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> changeCapacity(@PathVariable String capability, @PathVariable String lineId,
            HttpServletRequest request) throws IOException {
        return state(EventType.LINE_CAPACITY_CHANGED, capability, lineId, request);
    }

    @PostMapping(path = "/{capability}/{lineId}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> close(@PathVariable String capability, @PathVariable String lineId, HttpServletRequest request)
            throws IOException {
        return state(EventType.LINE_CLOSED, capability, lineId, request);
    }

    private ResponseEntity<?> state(EventType type, String capability, String lineId, HttpServletRequest request)
            throws IOException {
        return statements.state(type, lines.collection().address(),
                Map.of("capability", capability, "lineId", lineId), request);
    }

    @GetMapping
    Page<Item> list(@RequestParam(required = false) @Nullable String capability,
            @RequestParam(required = false) @Nullable String producer,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String sort, @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var wanted = EntityQuery.wanted("capability", capability, "producer", producer, "site", site, "country",
                country);
        int month = EntityQuery.month(clock);
        return lines.list(new EntityQuery(wanted, EntitySort.of(sort), limit, cursor)).map(line -> new Item(
                line.capability(), line.id(), line.label("producer"), line.label("site"), line.label("country"),
                MonthQuantity.level(line.amounts(), month), line.updatedAt()));
    }

    @GetMapping("/{capability}/{lineId}")
    Line one(@PathVariable String capability, @PathVariable String lineId) {
        Entity line = lines.one(capability, lineId);
        return new Line(line.capability(), line.id(), line.label("producer"), line.label("site"),
                line.label("country"), MonthQuantity.level(line.amounts(), EntityQuery.month(clock)),
                line.updatedAt(), MonthQuantity.levels(line.amounts()), line.statements());
    }
}
