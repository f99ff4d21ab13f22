package org.gapwatch.contract.codec;

import java.util.Locale;

/**
 * The kinds of problem an event can have. The codes are published (docs/events.md) and stable: one is never renamed, and
 * never used for another problem.
 */
public enum ProblemCode {

    /** There is no event: the record or the request has no content. */
    EMPTY_EVENT(true),
    /** The event is larger than {@link EventReader#MAX_EVENT_BYTES}. */
    EVENT_TOO_LARGE(true),
    /** The text is not UTF-8. */
    NOT_UTF_8(true),
    /** The text begins with a byte order mark. */
    BYTE_ORDER_MARK(true),
    /** The text is not JSON. */
    NOT_JSON(true),
    /** Arrays and objects are nested deeper than {@link EventReader#MAX_DEPTH}. */
    TOO_DEEP(true),
    /** A name occurs twice in one object, or an attribute twice among the headers. */
    DUPLICATE_KEY(true),
    /** A number is written with more than {@link EventReader#MAX_NUMBER_CHARACTERS} characters. */
    NUMBER_TOO_LONG(true),
    /** A text contains one half of a surrogate pair, which is no character. */
    LONE_SURROGATE(true),
    /** The content type says that this is CloudEvents, but not in a format that is read here. */
    CONTENT_TYPE_NOT_SUPPORTED(true),
    /** More than {@link Problem#MOST} problems were found. */
    MORE_PROBLEMS(true),

    /** The event is JSON, but no object. */
    NOT_AN_OBJECT(false),
    /** A required CloudEvents attribute is missing. */
    ATTRIBUTE_MISSING(false),
    /** An attribute has a value of the wrong JSON type. */
    ATTRIBUTE_TYPE(false),
    /** {@code id} or {@code source} is empty or longer than 256 characters. */
    ATTRIBUTE_LENGTH(false),
    /** An attribute contains control characters. */
    ATTRIBUTE_CONTROL_CHARACTERS(false),
    /** An attribute is named with other characters than lower-case letters and digits. */
    ATTRIBUTE_NAME(false),
    /** {@code specversion} is not 1.0. */
    SPECVERSION_NOT_SUPPORTED(false),
    /** {@code type} is no type that Gapwatch knows. */
    TYPE_UNKNOWN(false),
    /** {@code time} is no RFC 3339 timestamp with at most nine fraction digits. */
    TIME_NOT_RFC_3339(false),
    /** {@code time} lies outside the dates allowed; a schema cannot shift time zones, so it sees just part of it. */
    TIME_OUT_OF_RANGE(true),
    /** {@code datacontenttype} is not JSON in UTF-8. */
    DATACONTENTTYPE_NOT_JSON(false),
    /** There is no data. */
    DATA_MISSING(false),
    /** The data are no JSON object. */
    DATA_NOT_AN_OBJECT(false),
    /** Both {@code data} and {@code data_base64} are given. */
    DATA_TWICE(false),
    /** {@code data_base64} is not Base64. */
    DATA_NOT_BASE64(false),

    /** A required field of the data is missing. */
    FIELD_MISSING(false),
    /** A field has a value of the wrong JSON type. */
    FIELD_TYPE(false),
    /** A capability code is not spelled as one. */
    CAPABILITY_NOT_VALID(false),
    /** The id of a line, an order, a delivery or a party is not spelled as one. */
    ID_NOT_VALID(false),
    /** A date is no calendar date written as YYYY-MM-DD. */
    DATE_NOT_VALID(false),
    /** A date lies before 1990-01-01 or after 2100-12-31. */
    DATE_OUT_OF_RANGE(false),
    /** A quantity is not whole thousandths. */
    QUANTITY_NOT_THOUSANDTHS(false),
    /** A quantity is below 0 or above 1,000,000,000. */
    QUANTITY_OUT_OF_RANGE(false),
    /** {@code rampMonths} is no whole number from 0 to 600. */
    RAMP_MONTHS_NOT_VALID(false),
    /** A schedule has no entries. */
    SCHEDULE_EMPTY(false),
    /** A schedule has more than {@link EventReader#MAX_SCHEDULE_ENTRIES} entries. */
    SCHEDULE_TOO_LONG(false),
    /** An amount of money is below 0. */
    AMOUNT_NEGATIVE(false),
    /** A currency is no code of three upper-case letters. */
    CURRENCY_NOT_VALID(false),

    /** The type does not go in through this intake. */
    TYPE_NOT_FOR_THIS_INTAKE(true),
    /** {@code time} is more than 24 hours ahead. */
    TIME_AHEAD(true),
    /** The {@code source} and {@code id} were used before for other content. */
    ID_REUSED(true),
    /** The entity's id is known under another capability. */
    CAPABILITY_DIFFERS(true),
    /** The key of a canonical record is not the event's capability. */
    WRONG_KEY(true),
    /** A canonical record lies on a topic of another kind of entity. */
    WRONG_TOPIC(true),
    /** A canonical record lies in another partition than Kafka's default partitioner gives its key. */
    WRONG_PARTITION(true),
    /** A batch is no JSON array of events. */
    BATCH_NOT_AN_ARRAY(true),
    /** A batch has too many events or bytes. */
    BATCH_TOO_LARGE(true);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final boolean borderOnly;

    ProblemCode(boolean borderOnly) {
        this.borderOnly = borderOnly;
    }

    /** The code as published, such as {@code quantity-not-thousandths}. */
    public String code() {
        return code;
    }

    /** Whether just the border can find it: a JSON Schema cannot say it, or not all of it. */
    public boolean borderOnly() {
        return borderOnly;
    }
}
