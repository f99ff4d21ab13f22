package org.gapwatch.alerts.stream.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;

/**
 * A statement as a row. The key is what makes it one event: entity kind, capability, entity id, source and id. The value
 * has the rest: version, type, time and what is stated.
 */
final class StatementRow {

    /** Version 1 of the value; write-once samples of it are in the tests. */
    private static final int VERSION = 1;

    private StatementRow() {
    }

    static void key(Event event, RowWriter row) {
        Statement statement = event.statement();
        row.octet(Codes.of(statement.entityKind())).text(statement.capability()).text(statement.entityId())
                .text(event.source()).text(event.id());
    }

    static byte[] value(Event event) {
        var row = new RowWriter().octet(VERSION).octet(Codes.of(event.statement().type()))
                .signed(event.time().getEpochSecond()).unsigned(event.time().getNano());
        switch (event.statement()) {
            case LineStatement.Opened opened ->
                row.day(opened.on()).unsigned(opened.monthlyCapacity()).unsigned(opened.rampMonths());
            case LineStatement.Rescheduled rescheduled -> row.day(rescheduled.on());
            case LineStatement.CapacityChanged changed ->
                row.day(changed.on()).unsigned(changed.monthlyCapacity()).unsigned(changed.rampMonths());
            case LineStatement.Closed closed -> row.day(closed.on());
            case ReferenceStatement.Assessed assessed ->
                row.unsigned(assessed.monthlyOutput()).day(assessed.effectiveOn());
            case OrderStatement.Placed placed -> schedule(row, placed.schedule());
            case OrderStatement.Amended amended -> schedule(row, amended.schedule());
            case OrderStatement.Delivered delivered ->
                row.text(delivered.deliveryId()).unsigned(delivered.quantity()).day(delivered.deliveredOn());
            case OrderStatement.Cancelled _ -> {
                // Nothing but that it is so.
            }
        }
        return row.toBytes();
    }

    private static void schedule(RowWriter row, List<Tranche> schedule) {
        row.unsigned(schedule.size());
        schedule.forEach(tranche -> row.day(tranche.dueOn()).unsigned(tranche.quantity()));
    }

    static Event read(RowReader key, RowReader value, Texts texts) {
        key.octet();
        String capability = texts.shared(key.text());
        String entity = key.text();
        String source = texts.shared(key.text());
        String id = key.text();
        EventType type = Codes.named(value.version(VERSION).octet(), EventType.values(), Codes::of);
        var time = Instant.ofEpochSecond(value.signed(), value.unsigned());
        Statement statement = switch (type) {
            case LINE_OPENED -> new LineStatement.Opened(entity, capability, value.day(), value.unsigned(),
                    value.count());
            case LINE_RESCHEDULED -> new LineStatement.Rescheduled(entity, capability, value.day());
            case LINE_CAPACITY_CHANGED -> new LineStatement.CapacityChanged(entity, capability, value.day(),
                    value.unsigned(), value.count());
            case LINE_CLOSED -> new LineStatement.Closed(entity, capability, value.day());
            case OUTPUT_ASSESSED -> new ReferenceStatement.Assessed(entity, capability, value.unsigned(), value.day());
            case ORDER_PLACED -> new OrderStatement.Placed(entity, capability, schedule(value));
            case ORDER_AMENDED -> new OrderStatement.Amended(entity, capability, schedule(value));
            case ORDER_DELIVERED -> new OrderStatement.Delivered(entity, capability, value.text(), value.unsigned(),
                    value.day());
            case ORDER_CANCELLED -> new OrderStatement.Cancelled(entity, capability);
        };
        return new Event(source, id, time, statement);
    }

    private static List<Tranche> schedule(RowReader value) {
        int size = value.count();
        var schedule = new ArrayList<Tranche>(size);
        for (int i = 0; i < size; i++) {
            schedule.add(new Tranche(value.day(), value.unsigned()));
        }
        return schedule;
    }
}
