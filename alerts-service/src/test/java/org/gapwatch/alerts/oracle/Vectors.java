package org.gapwatch.alerts.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event sets under {@code src/test/resources/vectors}, read with databind and not with the codec under test. */
public final class Vectors {

    /** Names of all event sets, without their endings. */
    public static final List<String> NAMES = List.of(
            "random-101",
            "random-102",
            "random-103",
            "random-104",
            "random-5002",
            "random-5003",
            "random-5004",
            "random-5006");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Vectors() {
    }

    /** The events of a set, in the file's order. */
    public static List<Event> events(String name) {
        List<Event> events = new ArrayList<>();
        for (JsonNode line : lines(name + ".events.jsonl")) {
            events.add(event(line));
        }
        return events;
    }

    /** What the set must give: {@code today} and {@code capabilities}. */
    public static JsonNode expected(String name) {
        return JSON.readTree(text(name + ".expected.json"));
    }

    /** The rows of a file of JSON lines. */
    static List<JsonNode> lines(String file) {
        return text(file).lines().map(JSON::readTree).toList();
    }

    /** A structured-mode CloudEvent that is known to be good. */
    static Event event(JsonNode json) {
        return new Event(json.required("source").stringValue(), json.required("id").stringValue(),
                OffsetDateTime.parse(json.required("time").stringValue()).toInstant(),
                statement(json.required("type").stringValue(), json.required("data")));
    }

    private static Statement statement(String typeName, JsonNode d) {
        EventType type = EventType.of(typeName);
        if (type == null) {
            throw new IllegalArgumentException("No such type: " + typeName);
        }
        String c = d.required("capability").stringValue();
        return switch (type) {
            case LINE_OPENED -> new LineStatement.Opened(text(d, "lineId"), c, day(d, "opensOn"),
                    thousandths(d, "monthlyCapacity"), d.path("rampMonths").intValue(0));
            case LINE_RESCHEDULED -> new LineStatement.Rescheduled(text(d, "lineId"), c, day(d, "opensOn"));
            case LINE_CAPACITY_CHANGED -> new LineStatement.CapacityChanged(text(d, "lineId"), c, day(d, "effectiveOn"),
                    thousandths(d, "monthlyCapacity"), d.path("rampMonths").intValue(0));
            case LINE_CLOSED -> new LineStatement.Closed(text(d, "lineId"), c, day(d, "effectiveOn"));
            case OUTPUT_ASSESSED -> new ReferenceStatement.Assessed(text(d, "party"), c,
                    thousandths(d, "monthlyOutput"), day(d, "effectiveOn"));
            case ORDER_PLACED -> new OrderStatement.Placed(text(d, "orderId"), c, schedule(d));
            case ORDER_AMENDED -> new OrderStatement.Amended(text(d, "orderId"), c, schedule(d));
            case ORDER_DELIVERED -> new OrderStatement.Delivered(text(d, "orderId"), c, text(d, "deliveryId"),
                    thousandths(d, "quantity"), day(d, "deliveredOn"));
            case ORDER_CANCELLED -> new OrderStatement.Cancelled(text(d, "orderId"), c);
        };
    }

    private static List<Tranche> schedule(JsonNode data) {
        List<Tranche> schedule = new ArrayList<>();
        for (JsonNode entry : data.required("schedule")) {
            schedule.add(new Tranche(day(entry, "dueOn"), thousandths(entry, "quantity")));
        }
        return schedule;
    }

    static String text(JsonNode json, String field) {
        return json.required(field).stringValue();
    }

    static LocalDate day(JsonNode json, String field) {
        return LocalDate.parse(text(json, field));
    }

    static long thousandths(JsonNode json, String field) {
        return new BigDecimal(json.required(field).toString()).movePointRight(3).longValueExact();
    }

    private static String text(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            if (in == null) {
                throw new IllegalStateException("src/test/resources/vectors has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
