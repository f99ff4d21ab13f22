package org.gapwatch.contract.codec;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.gapwatch.contract.Thousandths;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads events in structured mode: one JSON object with the attributes, and {@code data} or {@code data_base64}. */
final class StructuredReader {

    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    /** The attributes that the CloudEvents specification defines as texts; extensions may be other scalars. */
    private static final Set<String> TEXTS = Set.of("specversion", "id", "source", "type", "time", "datacontenttype",
            "dataschema", "subject");

    private final Draft draft;
    private final byte[] json;
    private final JsonScan scan;
    private final JsonParser parser;

    private StructuredReader(Draft draft, byte[] json, JsonScan scan) {
        this.draft = draft;
        this.json = json;
        this.scan = scan;
        parser = scan.parser;
    }

    /** Reads the event in a part of an array into a draft. */
    static void read(Draft draft, byte[] json, int from, int to) {
        draft.checkSize(to - from);
        int start = Preflight.check(json, from, to, "", draft.problems());
        if (start < 0) {
            return;
        }
        try (JsonScan scan = draft.scan(json, start, to, "")) {
            new StructuredReader(draft, json, scan).read();
        }
    }

    /** Reads the event that is the current value of a text, to its end; throws where that is no JSON. */
    static void readValue(Draft draft, byte[] json, JsonScan text) {
        JsonScan scan = text.with(draft.problems(), true);
        new StructuredReader(draft, json, scan).value(scan.parser.currentToken());
    }

    private void read() {
        try {
            event();
        } catch (JacksonException e) {
            scan.notJson(e);
        }
    }

    private void event() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            draft.problems().add("", ProblemCode.EMPTY_EVENT, "There is no event here. Send a CloudEvent.");
        } else {
            value(first);
            scan.end();
        }
    }

    private void value(JsonToken first) {
        if (first == JsonToken.START_OBJECT) {
            members();
            draft.attributesAreWhole();
        } else {
            draft.problems().add("", ProblemCode.NOT_AN_OBJECT,
                    "A structured event is a JSON object, but here is " + FieldReader.found(first) + ".");
            scan.value();
        }
    }

    private void members() {
        boolean dataSeen = false;
        boolean base64Seen = false;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            boolean data = name.equals(DATA);
            if (!data && !name.equals(DATA_BASE64)) {
                attribute(name);
            } else if (data ? dataSeen : base64Seen) {
                scan.duplicate(name);
                parser.nextToken();
                scan.value();
            } else {
                dataSeen |= data;
                base64Seen |= !data;
                given(data);
            }
        }
    }

    private void given(boolean data) {
        if (!draft.giveData(data ? "/" + DATA : "/" + DATA_BASE64)) {
            parser.nextToken();
            scan.value();
        } else if (data) {
            data();
        } else {
            base64();
        }
    }

    private void data() {
        JsonToken token = parser.nextToken();
        int from = scan.from();
        draft.readData(scan, token);
        if (token == JsonToken.START_OBJECT) {
            draft.bytes(Arrays.copyOfRange(json, from, scan.to()));
        }
    }

    private void base64() {
        if (parser.nextToken() == JsonToken.VALUE_STRING && parser.getStringLength() % 4 == 0) {
            try {
                draft.readData(Base64.getDecoder().decode(parser.getString()));
                return;
            } catch (IllegalArgumentException _) {
                // told below
            }
        }
        draft.problems().add("/" + DATA_BASE64, ProblemCode.DATA_NOT_BASE64, "data_base64 is not Base64 (RFC 4648, "
                + "section 4, with padding). Better send the data as a JSON object in data.");
        scan.value();
    }

    private void attribute(String name) {
        JsonToken token = parser.nextToken();
        Envelope envelope = draft.envelope();
        String text = null;
        switch (token) {
            case VALUE_STRING -> {
                scan.text();
                text = parser.getString();
            }
            case VALUE_NULL -> {
                // As CloudEvents has it, the same as not given.
                envelope.putNull(name);
                return;
            }
            case VALUE_TRUE, VALUE_FALSE -> text = TEXTS.contains(name) ? null : token.asString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                scan.number();
                text = TEXTS.contains(name) ? null : integer();
            }
            case START_OBJECT, START_ARRAY -> scan.value();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("not at a value: " + token);
        }
        if (text == null) {
            envelope.putWrongType(name,
                    TEXTS.contains(name) ? "a text in quotes" : "a text, true, false or a whole number of 32 bits",
                    FieldReader.found(token));
        } else {
            envelope.put(name, text);
        }
    }

    /** The current number as text, where it is a CloudEvents Integer: a whole number of 32 bits. */
    private @Nullable String integer() {
        if (!scan.numberIsShort()) {
            return null;
        }
        long value = Thousandths.parse(parser.getStringCharacters(), parser.getStringOffset(),
                parser.getStringLength());
        boolean fits = value % 1_000 == 0 && value / 1_000 >= Integer.MIN_VALUE && value / 1_000 <= Integer.MAX_VALUE;
        return fits ? Long.toString(value / 1_000) : null;
    }
}
