package org.gapwatch.contract.codec;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.LineStatement.CapacityChanged;
import org.gapwatch.contract.LineStatement.Closed;
import org.gapwatch.contract.LineStatement.Opened;
import org.gapwatch.contract.LineStatement.Rescheduled;
import org.gapwatch.contract.OrderStatement.Amended;
import org.gapwatch.contract.OrderStatement.Cancelled;
import org.gapwatch.contract.OrderStatement.Delivered;
import org.gapwatch.contract.OrderStatement.Placed;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement.Assessed;
import org.gapwatch.contract.Statement;
import org.jspecify.annotations.Nullable;

/** The values of the data's fields, by field. */
@SuppressWarnings("EnumOrdinal") // an index into arrays that live as long as one event is read
final class DataValues {

    private final @Nullable Object[] values = new @Nullable Object[Field.values().length];
    private final long[] numbers = new long[Field.values().length];
    private long seen;
    private long given;

    /** Notes that a field is there; false where it was there before. */
    boolean see(Field field) {
        boolean first = (seen & bit(field)) == 0;
        seen |= bit(field);
        return first;
    }

    /** Notes that a field has a value other than null. */
    void give(Field field) {
        given |= bit(field);
    }

    boolean has(Field field) {
        return (given & bit(field)) != 0;
    }

    boolean hasAll(Set<Field> fields) {
        for (Field field : fields) {
            if (!has(field)) {
                return false;
            }
        }
        return true;
    }

    void set(Field field, @Nullable Object value) {
        values[field.ordinal()] = value;
    }

    void set(Field field, long number) {
        numbers[field.ordinal()] = number;
    }

    /** The statement that the values make, where no problem was found with them for this type. */
    Statement statement(EventType type) {
        String capability = text(Field.CAPABILITY);
        return switch (type) {
            case LINE_OPENED -> new Opened(text(Field.LINE_ID), capability, date(Field.OPENS_ON),
                    numbers[Field.MONTHLY_CAPACITY.ordinal()], rampMonths());
            case LINE_RESCHEDULED -> new Rescheduled(text(Field.LINE_ID), capability, date(Field.OPENS_ON));
            case LINE_CAPACITY_CHANGED -> new CapacityChanged(text(Field.LINE_ID), capability,
                    date(Field.EFFECTIVE_ON), numbers[Field.MONTHLY_CAPACITY.ordinal()], rampMonths());
            case LINE_CLOSED -> new Closed(text(Field.LINE_ID), capability, date(Field.EFFECTIVE_ON));
            case OUTPUT_ASSESSED -> new Assessed(text(Field.PARTY), capability,
                    numbers[Field.MONTHLY_OUTPUT.ordinal()], date(Field.EFFECTIVE_ON));
            case ORDER_PLACED -> new Placed(text(Field.ORDER_ID), capability, schedule());
            case ORDER_AMENDED -> new Amended(text(Field.ORDER_ID), capability, schedule());
            case ORDER_DELIVERED -> new Delivered(text(Field.ORDER_ID), capability, text(Field.DELIVERY_ID),
                    numbers[Field.QUANTITY.ordinal()], date(Field.DELIVERED_ON));
            case ORDER_CANCELLED -> new Cancelled(text(Field.ORDER_ID), capability);
        };
    }

    private String text(Field field) {
        return (String) value(field);
    }

    private LocalDate date(Field field) {
        return (LocalDate) value(field);
    }

    /** 0 where not given. */
    private int rampMonths() {
        return (int) numbers[Field.RAMP_MONTHS.ordinal()];
    }

    @SuppressWarnings("unchecked") // set by DataReader.schedule() alone
    private List<Tranche> schedule() {
        return (List<Tranche>) value(Field.SCHEDULE);
    }

    private Object value(Field field) {
        return Objects.requireNonNull(values[field.ordinal()], field.fieldName());
    }

    private static long bit(Field field) {
        return 1L << field.ordinal();
    }
}
