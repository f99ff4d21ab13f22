package org.gapwatch.procurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Procurement orders, for people: what is stated about them, and what is outstanding. */
@RestController
@RequestMapping("/api/orders")
class Orders {

    /**
     * An order in a list.
     *
     * @param outstanding what is still to be delivered, over all due months
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String capability, String orderId, @Nullable String buyer, @Nullable String supplier,
            Quantity outstanding, Instant updatedAt) {
    }

    /**
     * An order.
     *
     * @param outstandingByMonth what is still to be delivered, by the month in which it is due
     * @param statements all that is stated about it, in statement order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(String capability, String orderId, @Nullable String buyer, @Nullable String supplier,
            Quantity outstanding, Instant updatedAt, List<MonthQuantity> outstandingByMonth,
            List<StatementView> statements) {
    }

    private final Statements statements;
    private final Entities orders;

    Orders(Statements statements, Entities orderEntities) {
        this.statements = statements;
        this.orders = orderEntities;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> place(HttpServletRequest request) throws IOException {
        return statements.state(EventType.ORDER_PLACED, orders.collection().address(), Map.of(), request);
    }

    @PostMapping(path = "/{capability}/{orderId}/amendments", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> amend(@PathVariable String capability, @PathVariable String orderId, HttpServletRequest request)
            throws IOException {
        return state(EventType.ORDER_AMENDED, capability, orderId, request);
    }

    @PostMapping(path = "/{capability}/{orderId}/deliveries", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> deliver(@PathVariable String capability, @PathVariable String orderId,
            HttpServletRequest request) throws IOException {
        return state(EventType.ORDER_DELIVERED, capability, orderId, request);
    }

    /** The address may say it all, so there need not be a body; {@code consumes} would ask for its content type still. */
    @PostMapping("/{capability}/{orderId}/cancellation")
    ResponseEntity<?> cancel(@PathVariable String capability, @PathVariable String orderId,
            HttpServletRequest request) throws IOException {
        boolean body = request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (body && !isJson(request.getContentType())) {
            throw Problems.exception(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as application/json, or no body.");
        }
        return state(EventType.ORDER_CANCELLED, capability, orderId, request);
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private ResponseEntity<?> state(EventType type, String capability, String orderId, HttpServletRequest request)
            throws IOException {
        return statements.state(type, orders.collection().address(),
                Map.of("capability", capability, "orderId", orderId), request);
    }

    @GetMapping
    Page<Item> list(@RequestParam(required = false) @Nullable String capability,
            @RequestParam(required = false) @Nullable String buyer,
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String sort, @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var wanted = EntityQuery.wanted("capability", capability, "buyer", buyer, "supplier", supplier);
        return orders.list(new EntityQuery(wanted, EntitySort.of(sort), limit, cursor)).map(order -> new Item(
                order.capability(), order.id(), order.label("buyer"), order.label("supplier"),
                MonthQuantity.total(order.amounts()), order.updatedAt()));
    }

    @GetMapping("/{capability}/{orderId}")
    Order one(@PathVariable String capability, @PathVariable String orderId) {
        Entity order = orders.one(capability, orderId);
        return new Order(order.capability(), order.id(), order.label("buyer"), order.label("supplier"),
                MonthQuantity.total(order.amounts()), order.updatedAt(), MonthQuantity.amounts(order.amounts()),
                order.statements());
    }
}
