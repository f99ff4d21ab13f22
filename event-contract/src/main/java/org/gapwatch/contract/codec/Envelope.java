package org.gapwatch.contract.codec;

import static org.gapwatch.contract.codec.Problems.quote;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.gapwatch.contract.EventType;
import org.jspecify.annotations.Nullable;

/** The CloudEvents attributes of an event, in either mode, and what has to hold for them. */
final class Envelope {

    private static final int LONGEST_NAME = 256;
    private static final long FIRST_SECOND = Dates.FIRST.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND = Dates.LAST.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1;

    private final Problems problems;
    private final Attributes attributes = new Attributes();
    /** Attributes that are there, but without a text that can be used. */
    private final Set<String> without = new HashSet<>(0);
    /** Those of them for which this was told. */
    private final Set<String> unreadable = new HashSet<>(0);
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable EventType type;
    private @Nullable Instant time;

    Envelope(Problems problems) {
        this.problems = problems;
    }

    /** Takes an attribute with its value as text. */
    void put(String name, String text) {
        if (!isNew(name)) {
            return;
        }
        attributes.add(name, text, null);
        if (Characters.hasControl(text)) {
            problem(name, ProblemCode.ATTRIBUTE_CONTROL_CHARACTERS,
                    "The attribute " + name + " contains control characters. Leave them out.");
        }
    }

    /** Takes an attribute as bytes, which have to be UTF-8. */
    void put(String name, byte[] text) {
        if (Utf8.isPrintableAscii(text)) {
            if (isNew(name)) {
                attributes.add(name, new String(text, StandardCharsets.ISO_8859_1), text);
            }
        } else if (Utf8.firstInvalid(text, 0, text.length) >= 0) {
            putNotUtf8(name);
        } else {
            put(name, new String(text, StandardCharsets.UTF_8));
        }
    }

    /** Takes an attribute that is null, which is as good as not given. */
    void putNull(String name) {
        if (isNew(name)) {
            without.add(name);
        }
    }

    /** Takes an attribute whose value is of a type that no attribute can have. */
    void putWrongType(String name, String wanted, String found) {
        if (isNew(name)) {
            without.add(name);
            unreadable.add(name);
            problem(name, ProblemCode.ATTRIBUTE_TYPE, "The attribute " + name + " has to be " + wanted + ", but is "
                    + found + ".");
        }
    }

    private void putNotUtf8(String name) {
        if (isNew(name)) {
            without.add(name);
            unreadable.add(name);
            problem(name, ProblemCode.NOT_UTF_8, "The attribute " + name + " is not UTF-8. Send UTF-8.");
        }
    }

    private boolean isNew(String name) {
        if (!Characters.isAttributeName(name) || name.equals("data")) {
            problems.add(Problems.child("", name), ProblemCode.ATTRIBUTE_NAME, quote(name)
                    + " cannot be the name of a CloudEvents attribute. Use lower-case letters and digits only.");
            return false;
        }
        if (attributes.containsKey(name) || without.contains(name)) {
            problem(name, ProblemCode.DUPLICATE_KEY, "The attribute " + name + " occurs more than once. Send it once.");
            return false;
        }
        return true;
    }

    /**
     * Checks the attributes.
     *
     * @param whole whether the event was read to its end, so that what was not seen is missing
     */
    void check(boolean whole) {
        String specversion = required("specversion", whole);
        if (specversion != null && !specversion.equals("1.0")) {
            problem("specversion", ProblemCode.SPECVERSION_NOT_SUPPORTED,
                    "CloudEvents " + quote(specversion) + " is not read here. Send specversion \"1.0\".");
        }
        id = name("id", whole);
        source = name("source", whole);
        type = type(required("type", whole));
        time = time(required("time", whole));
        String contentType = attributes.get("datacontenttype");
        if (contentType != null && !ContentTypes.isJson(contentType)) {
            problem("datacontenttype", ProblemCode.DATACONTENTTYPE_NOT_JSON,
                    quote(contentType)
                            + " is no content type of an event's data. Send them as JSON in UTF-8: application/json.");
        }
    }

    /** The attributes by name, in order of arrival. */
    Attributes attributes() {
        return attributes;
    }

    /** The id, or null where it is none that is valid. As all below: after {@link #check}. */
    @Nullable
    String id() {
        return id;
    }

    @Nullable
    String source() {
        return source;
    }

    @Nullable
    EventType type() {
        return type;
    }

    @Nullable
    Instant time() {
        return time;
    }

    private @Nullable String required(String name, boolean whole) {
        String text = attributes.get(name);
        if (text == null && whole && !unreadable.contains(name)) {
            problem(name, ProblemCode.ATTRIBUTE_MISSING, "Every event needs the CloudEvents attribute " + name + ".");
        }
        return text;
    }

    private @Nullable String name(String attribute, boolean whole) {
        String text = required(attribute, whole);
        if (text == null) {
            return null;
        }
        int length = text.length() > 2 * LONGEST_NAME ? text.length() : text.codePointCount(0, text.length());
        if (length == 0 || length > LONGEST_NAME) {
            problem(attribute, ProblemCode.ATTRIBUTE_LENGTH, "The attribute " + attribute + " has " + length
                    + " characters. Use 1 to " + LONGEST_NAME + ".");
            return null;
        }
        return Characters.hasControl(text) ? null : text;
    }

    private @Nullable EventType type(@Nullable String text) {
        EventType found = text == null ? null : EventType.of(text);
        if (text != null && found == null) {
            problem("type", ProblemCode.TYPE_UNKNOWN, quote(text)
                    + " is no event type of Gapwatch. The list of types, such as \"org.gapwatch.procurement.order.placed.v1\", is in docs/events.md.");
        }
        return found;
    }

    private @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant found = Rfc3339.parse(text);
        if (found == null) {
            problem("time", ProblemCode.TIME_NOT_RFC_3339, quote(text)
                    + " is no valid time. Write RFC 3339 with a zone, at most nine fraction digits and no leap second, as in \"2026-11-23T12:00:00Z\".");
            return null;
        }
        if (found.getEpochSecond() < FIRST_SECOND || found.getEpochSecond() > LAST_SECOND) {
            problem("time", ProblemCode.TIME_OUT_OF_RANGE, quote(text)
                    + " is out of range. Use a time whose UTC date is from " + Dates.FIRST + " to " + Dates.LAST + ".");
            return null;
        }
        return found;
    }

    private void problem(String attribute, ProblemCode code, String detail) {
        problems.add("/" + attribute, code, detail);
    }
}
