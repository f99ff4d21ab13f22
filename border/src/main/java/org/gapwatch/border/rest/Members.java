package org.gapwatch.border.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The members of a JSON object, as the bytes they are written with. */
final class Members {

    /**
     * One member.
     *
     * @param name its name
     * @param text its value, where that is a string
     * @param from where its name begins
     * @param to after the end of its value
     */
    record Member(String name, @Nullable String text, int from, int to) {
    }

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build()).build();

    private static final byte FIRST_OF_BYTE_ORDER_MARK = (byte) 0xEF;

    private Members() {
    }

    /** The members in order; null where the bytes are no JSON object, which the contract's reader then tells. */
    static @Nullable List<Member> of(byte[] json) {
        if (json.length > 0 && json[0] == FIRST_OF_BYTE_ORDER_MARK) {
            // The parser would pass over it; the reader tells what is wrong.
            return null;
        }
        List<Member> members = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                // Asking for the text also reads it to its end, which is where the member ends.
                String text = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                parser.skipChildren();
                members.add(new Member(name, text, from, (int) parser.currentLocation().getByteOffset()));
            }
            return parser.nextToken() == null ? members : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
