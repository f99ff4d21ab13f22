package org.gapwatch.contract.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.codec.PairReader.Pair;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the data of an event, field by field, before the event's type need be known: a field name means the same in all
 * types, and what is wrong with a field that the type does not have is dropped in the end.
 */
final class DataReader {

    /** What is wrong with one field. */
    private record Found(Field field, Problem problem) {
    }

    private final JsonScan scan;
    private final JsonParser parser;
    private final FieldReader read;
    private final PairReader pairs;
    private final DataValues values = new DataValues();
    private final List<Found> found = new ArrayList<>(0);
    private Field current = Field.CAPABILITY;
    private long hash;

    DataReader(JsonScan scan) {
        this.scan = scan;
        parser = scan.parser;
        read = new FieldReader(scan, this::found);
        pairs = new PairReader(scan, read, this::found);
    }

    /** Reads the object that begins at the current token, to its end. */
    void read() {
        Set<String> unknown = null;
        long sum = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Field field = Field.of(name);
            if (field == null) {
                unknown = scan.unknownName(name, unknown);
                parser.nextToken();
                sum += ContentHash.field(ContentHash.text(name), scan.value());
            } else if (values.see(field)) {
                sum += ContentHash.field(field.nameHash(), field(field));
            } else {
                scan.duplicate(name);
                parser.nextToken();
                scan.value();
            }
        }
        hash = ContentHash.object(sum);
    }

    /** What was read. */
    DataValues values() {
        return values;
    }

    /** The hash of the object read. */
    long hash() {
        return hash;
    }

    /**
     * Tells the problems of the fields that a type has.
     *
     * @param whole whether the data were read to their end, so that what was not seen is missing
     */
    void tellProblems(EventType type, boolean whole, Problems problems) {
        Shape shape = Shape.of(type);
        for (Found each : found) {
            if (shape.has(each.field())) {
                problems.add(each.problem());
            }
        }
        if (whole && !values.hasAll(shape.required())) {
            for (Field field : shape.required()) {
                if (!values.has(field)) {
                    problems.add("/data/" + field.fieldName(), ProblemCode.FIELD_MISSING,
                            "Events of type " + type.cloudEventsType() + " need the field " + field.fieldName() + ".");
                }
            }
        }
    }

    /** Reads the value of a field and answers its hash; null is as good as nothing. */
    private long field(Field field) {
        current = field;
        if (parser.nextToken() == JsonToken.VALUE_NULL) {
            return ContentHash.NULL;
        }
        values.give(field);
        return switch (field.kind()) {
            case ID -> {
                values.set(field, read.id());
                yield read.hash();
            }
            case CAPABILITY -> {
                values.set(field, read.capability());
                yield read.hash();
            }
            case DATE -> {
                values.set(field, read.date());
                yield read.hash();
            }
            case QUANTITY -> {
                values.set(field, read.quantity());
                yield read.hash();
            }
            case RAMP -> {
                values.set(field, read.rampMonths());
                yield read.hash();
            }
            case TEXT -> {
                read.text();
                yield read.hash();
            }
            case SCHEDULE -> schedule();
            case MONEY -> pairs.read(Pair.MONEY);
        };
    }

    private long schedule() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            read.wrongType("an array of entries with dueOn and quantity");
            return read.hash();
        }
        List<Tranche> tranches = new ArrayList<>();
        long hashes = ContentHash.array();
        int entries = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries++;
            if (entries > EventReader.MAX_SCHEDULE_ENTRIES) {
                scan.value();
                continue;
            }
            hashes = ContentHash.element(hashes, pairs.read(Pair.TRANCHE));
            Tranche tranche = pairs.tranche();
            if (tranche != null) {
                tranches.add(tranche);
            }
        }
        if (entries == 0) {
            found(scan.pointer(), ProblemCode.SCHEDULE_EMPTY,
                    "The schedule is empty. Give at least one entry with dueOn and "
                            + "quantity; to end an order, publish that it is cancelled.");
        }
        if (entries > EventReader.MAX_SCHEDULE_ENTRIES) {
            found(scan.pointer(), ProblemCode.SCHEDULE_TOO_LONG,
                    "The schedule has " + entries + " entries. Use at most "
                            + EventReader.MAX_SCHEDULE_ENTRIES + ": add up what is due in the same month.");
        }
        values.set(Field.SCHEDULE, tranches);
        return hashes;
    }

    private void found(String pointer, ProblemCode code, String detail) {
        found.add(new Found(current, new Problem(pointer, code, detail)));
    }
}
