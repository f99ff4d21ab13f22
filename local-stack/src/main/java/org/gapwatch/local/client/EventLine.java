package org.gapwatch.local.client;

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
 * @param whole whether it is one JSON object, so that it can travel in a batch
 * @param id the event's id as far as it can be read, or empty
 * @param intake the service that takes events of its type; production-service, which will reject it, where the type is unknown
 */
record EventLine(long number, String text, boolean whole, String id, Port intake) {

    static EventLine read(long number, String text) {
        var json = parse(text);
        var type = EventType.of(json.path("type").asString(""));
        var intake = type != null && type.entityKind() == EntityKind.ORDER ? Port.PROCUREMENT : Port.PRODUCTION;
        return new EventLine(number, text, json.isObject(), json.path("id").asString(""), intake);
    }

    private static JsonNode parse(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }
}
