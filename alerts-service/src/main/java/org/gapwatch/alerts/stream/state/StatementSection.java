package org.gapwatch.alerts.stream.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;

/**
 * The statements of one capability in a row, one after the other in the order in which they came. Each is written as what
 * differs from the one before: neighbours often share their source, and the beginnings of their ids. Not safe for use by
 * several threads.
 */
final class StatementSection {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int NANOS_A_MILLI = 1_000_000;

    private final RowWriter row = new RowWriter();
    private final Neighbour last = new Neighbour();

    /** What the next statement is told apart from. */
    private static final class Neighbour {

        private String entity = "";
        private String source = "";
        private String id = "";
        private String deliveryId = "";
        private long second;
    }

    /** What was added, as bytes. */
    RowWriter row() {
        return row;
    }

    /** Adds an event's statement. */
    void add(Event event) {
        Statement statement = event.statement();
        long second = event.time().getEpochSecond();
        int nanos = event.time().getNano();
        row.octet(Codes.of(statement.type())).text(last.entity, statement.entityId())
                .text(last.source, event.source()).text(last.id, event.id()).signed(second - last.second)
                .unsigned(nanos % NANOS_A_MILLI == 0 ? nanos / NANOS_A_MILLI << 1 : (long) nanos << 1 | 1);
        last.entity = statement.entityId();
        last.source = event.source();
        last.id = event.id();
        last.second = second;
        stated(statement, Math.floorDiv(second, SECONDS_A_DAY));
    }

    private void stated(Statement statement, long day) {
        switch (statement) {
            case LineStatement.Opened opened ->
                day(day, opened.on()).unsigned(opened.monthlyCapacity()).unsigned(opened.rampMonths());
            case LineStatement.Rescheduled rescheduled -> day(day, rescheduled.on());
            case LineStatement.CapacityChanged changed ->
                day(day, changed.on()).unsigned(changed.monthlyCapacity()).unsigned(changed.rampMonths());
            case LineStatement.Closed closed -> day(day, closed.on());
            case ReferenceStatement.Assessed assessed ->
                day(day, assessed.effectiveOn()).unsigned(assessed.monthlyOutput());
            case OrderStatement.Placed placed -> schedule(day, placed.schedule());
            case OrderStatement.Amended amended -> schedule(day, amended.schedule());
            case OrderStatement.Delivered delivered -> {
                day(day, delivered.deliveredOn()).unsigned(delivered.quantity())
                        .text(last.deliveryId, delivered.deliveryId());
                last.deliveryId = delivered.deliveryId();
            }
            case OrderStatement.Cancelled _ -> {
                // Nothing but that it is so.
            }
        }
    }

    private void schedule(long day, List<Tranche> schedule) {
        row.unsigned(schedule.size());
        long before = day;
        for (Tranche tranche : schedule) {
            day(before, tranche.dueOn()).unsigned(tranche.quantity());
            before = tranche.dueOn().toEpochDay();
        }
    }

    private RowWriter day(long before, LocalDate day) {
        return row.signed(day.toEpochDay() - before);
    }

    /** Reads the events of a capability from here to an index. */
    static void read(RowReader row, int end, String capability, Texts texts, Consumer<Event> events) {
        var last = new Neighbour();
        while (row.position() < end) {
            EventType type = Codes.named(row.octet(), EventType.values(), Codes::of);
            last.entity = row.text(last.entity);
            last.source = texts.shared(row.text(last.source));
            last.id = row.text(last.id);
            last.second += row.signed();
            long fraction = row.unsigned();
            long nanos = (fraction & 1) == 0 ? (fraction >>> 1) * NANOS_A_MILLI : fraction >>> 1;
            Statement statement = statement(type, capability, last, Math.floorDiv(last.second, SECONDS_A_DAY), row);
            events.accept(new Event(last.source, last.id, Instant.ofEpochSecond(last.second, nanos), statement));
        }
    }

    private static Statement statement(EventType type, String capability, Neighbour now, long day, RowReader row) {
        String entity = now.entity;
        return switch (type) {
            case LINE_OPENED -> new LineStatement.Opened(entity, capability, day(day, row), row.unsigned(),
                    row.count());
            case LINE_RESCHEDULED -> new LineStatement.Rescheduled(entity, capability, day(day, row));
            case LINE_CAPACITY_CHANGED -> new LineStatement.CapacityChanged(entity, capability, day(day, row),
                    row.unsigned(), row.count());
            case LINE_CLOSED -> new LineStatement.Closed(entity, capability, day(day, row));
            case OUTPUT_ASSESSED -> {
                LocalDate effectiveOn = day(day, row);
                yield new ReferenceStatement.Assessed(entity, capability, row.unsigned(), effectiveOn);
            }
            case ORDER_PLACED -> new OrderStatement.Placed(entity, capability, schedule(day, row));
            case ORDER_AMENDED -> new OrderStatement.Amended(entity, capability, schedule(day, row));
            case ORDER_DELIVERED -> {
                LocalDate deliveredOn = day(day, row);
                long quantity = row.unsigned();
                now.deliveryId = row.text(now.deliveryId);
                yield new OrderStatement.Delivered(entity, capability, now.deliveryId, quantity, deliveredOn);
            }
            case ORDER_CANCELLED -> new OrderStatement.Cancelled(entity, capability);
        };
    }

    private static List<Tranche> schedule(long day, RowReader row) {
        int size = row.count();
        var schedule = new ArrayList<Tranche>(size);
        long before = day;
        for (int i = 0; i < size; i++) {
            LocalDate dueOn = day(before, row);
            schedule.add(new Tranche(dueOn, row.unsigned()));
            before = dueOn.toEpochDay();
        }
        return schedule;
    }

    private static LocalDate day(long before, RowReader row) {
        return LocalDate.ofEpochDay(before + row.signed());
    }
}
