package org.gapwatch.contract.codec;

import static org.gapwatch.contract.codec.Problems.quote;

import java.time.LocalDate;
import org.gapwatch.contract.Thousandths;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads single values of the data: checks what their kind asks for, and tells what is wrong with one that fails. */
final class FieldReader {

    /** What a number that fails is read as. */
    static final long NONE = -1;

    private static final long MOST = 1_000_000_000_000L;
    private static final long MOST_RAMP_MONTHS = 600;

    /** Where problems of one field go. */
    @FunctionalInterface
    interface Sink {
        void add(String pointer, ProblemCode code, String detail);
    }

    private final JsonScan scan;
    private final JsonParser parser;
    private final Sink problems;
    /** The hash of the value read last. */
    private long hash;

    FieldReader(JsonScan scan, Sink problems) {
        this.scan = scan;
        this.parser = scan.parser;
        this.problems = problems;
    }

    long hash() {
        return hash;
    }

    /** An id of a line, an order, a delivery or a party, or null where it is none. */
    @Nullable
    String id() {
        if (!isText("an id")) {
            return null;
        }
        if (Characters.isId(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())) {
            return parser.getString();
        }
        problem(ProblemCode.ID_NOT_VALID, quote(parser.getString())
                + " is no valid id. Use 1 to 80 letters (A-Z, a-z), digits and the characters . _ : - and begin with a letter or digit.");
        return null;
    }

    /** A capability code, or null where it is none. */
    @Nullable
    String capability() {
        if (!isText("a capability code")) {
            return null;
        }
        if (Characters.isCapability(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())) {
            return parser.getString();
        }
        problem(ProblemCode.CAPABILITY_NOT_VALID, quote(parser.getString())
                + " is no valid capability code. Use at most 80 lower-case letters, digits, and single dots and hyphens between them, as in \"ammunition.artillery-155mm\".");
        return null;
    }

    /** A date in range, or null where it is none. */
    @Nullable
    LocalDate date() {
        if (!isText("a date")) {
            return null;
        }
        LocalDate date = Dates.parse(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        if (date == null) {
            problem(ProblemCode.DATE_NOT_VALID,
                    quote(parser.getString()) + " is no calendar date. Write YYYY-MM-DD, as in \"2026-11-23\".");
            return null;
        }
        if (!Dates.inRange(date)) {
            problem(ProblemCode.DATE_OUT_OF_RANGE,
                    date + " is out of range. Use a date from " + Dates.FIRST + " to " + Dates.LAST + ".");
            return null;
        }
        return date;
    }

    /** A quantity in thousandths, or {@link #NONE}. */
    long quantity() {
        if (!isNumber("a quantity")) {
            return NONE;
        }
        long value = thousandths();
        if (value == Thousandths.NOT_WHOLE) {
            problem(ProblemCode.QUANTITY_NOT_THOUSANDTHS, parser.getString()
                    + " is not whole thousandths. Use at most three digits after the decimal point; Gapwatch does not round.");
            return NONE;
        }
        if (value == Thousandths.TOO_LARGE || value < 0 || value > MOST) {
            problem(ProblemCode.QUANTITY_OUT_OF_RANGE,
                    parser.getString() + " is out of range. Use a quantity from 0 to 1000000000.");
            return NONE;
        }
        return value;
    }

    /** A number of months from 0 to 600, or {@link #NONE}. */
    int rampMonths() {
        if (!isNumber("a number of months")) {
            return (int) NONE;
        }
        long value = thousandths();
        if (value < 0 || value > MOST_RAMP_MONTHS * 1_000 || value % 1_000 != 0) {
            problem(ProblemCode.RAMP_MONTHS_NOT_VALID,
                    parser.getString() + " is no valid number of months. Use a whole number from 0 to 600.");
            return (int) NONE;
        }
        return (int) (value / 1_000);
    }

    /** A text that informs people; anything a text can be. */
    void text() {
        isText("a text");
    }

    /** An amount of money: any number that is not negative. */
    void amount() {
        if (isNumber("an amount") && parser.getStringCharacters()[parser.getStringOffset()] == '-'
                && thousandths() != 0) {
            problem(ProblemCode.AMOUNT_NEGATIVE, parser.getString() + " is negative. Use an amount of 0 or more.");
        }
    }

    /** A currency code. */
    void currency() {
        if (isText("a currency")
                && !Characters.isCurrency(parser.getStringCharacters(), parser.getStringOffset(),
                        parser.getStringLength())) {
            problem(ProblemCode.CURRENCY_NOT_VALID, quote(parser.getString())
                    + " is no currency code. Use the three upper-case letters of ISO 4217, as in \"EUR\".");
        }
    }

    /** Tells that the current value is of the wrong type, and passes over it. */
    void wrongType(String wanted) {
        String found = found(parser.currentToken());
        String pointer = scan.pointer();
        hash = scan.value();
        problems.add(pointer, ProblemCode.FIELD_TYPE, "Expected " + wanted + ", but found " + found + ".");
    }

    void problem(ProblemCode code, String detail) {
        problems.add(scan.pointer(), code, detail);
    }

    private boolean isText(String wanted) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            hash = scan.text();
            return true;
        }
        wrongType(wanted + " in quotes");
        return false;
    }

    private boolean isNumber(String wanted) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            hash = scan.number();
            return scan.numberIsShort();
        }
        wrongType(wanted + ", a number without quotes");
        return false;
    }

    private long thousandths() {
        return Thousandths.parse(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    /** What stands there, in words. */
    static String found(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text in quotes";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> "something else";
        };
    }
}
