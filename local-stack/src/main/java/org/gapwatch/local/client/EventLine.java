package org.gapwatch.local.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.EventType;
import org.gapwatch.local.settings.Port;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One line of a file of events.
 *
 * @param number counted from 1
 * @param bytes as they are in the file, and as they are sent
 * @param whole whether it is one JSON object in UTF-8, so that it can travel in a batch
 * @param id the event's id as far as it can be read, or empty
 * @param intake the service that takes events of its type; production-service, which will reject it, where the type is unknown
 */
record EventLine(long number, byte[] bytes, boolean whole, String id, Port intake) {

    static EventLine read(long number, byte[] bytes) {
        // Where a byte is no UTF-8, type and id can still be read; the service is to see the bytes, and to say so.
        var json = parse(new String(bytes, StandardCharsets.UTF_8));
        var type = EventType.of(json.path("type").asString(""));
        var intake = type != null && type.entityKind() == EntityKind.ORDER ? Port.PROCUREMENT : Port.PRODUCTION;
        return new EventLine(number, bytes, json.isObject() && utf8(bytes), json.path("id").asString(""), intake);
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }

    private static JsonNode parse(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }
}
