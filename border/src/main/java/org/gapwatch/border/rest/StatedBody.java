package org.gapwatch.border.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A body taken apart: what is data of the event, byte by byte as it was sent, and what is an attribute.
 *
 * @param data the event's data: what the address says, then the body's other members
 * @param source the source given, or null
 * @param time the time given, or null
 * @param problems what is wrong with these before the event is read
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record StatedBody(byte[] data, @Nullable String source, @Nullable String time, List<Problem> problems) {

    private static final String SOURCE = "source";
    private static final String TIME = "time";

    /**
     * Takes a body apart.
     *
     * @param address fields of the data that the address says, by name
     */
    static StatedBody of(byte[] body, Map<String, String> address) {
        // An address may say it all: a cancellation needs no body.
        boolean none = body.length == 0 && !address.isEmpty();
        List<Members.Member> members = none ? List.of() : Members.of(body);
        if (members == null) {
            return new StatedBody(body, null, null, List.of());
        }
        var data = new ByteArrayOutputStream(body.length + 128);
        data.write('{');
        address.forEach((name, value) -> write(data, member(name, value)));
        Map<String, String> attributes = new HashMap<>();
        List<Problem> problems = new ArrayList<>(0);
        for (var member : members) {
            String name = member.name();
            if (name.equals(SOURCE) || name.equals(TIME)) {
                problems.addAll(attribute(member, attributes));
            } else if (!address.containsKey(name)) {
                write(data, body, member.from(), member.to());
            } else if (!address.get(name).equals(member.text())) {
                problems.add(new Problem("/" + name, ProblemCode.DUPLICATE_KEY, "The address says that " + name + " is "
                        + address.get(name) + ". Leave it out of the body, or say the same."));
            }
        }
        data.write('}');
        return new StatedBody(data.toByteArray(), attributes.get(SOURCE), attributes.get(TIME), problems);
    }

    private static List<Problem> attribute(Members.Member member, Map<String, String> attributes) {
        String name = member.name();
        if (member.text() == null) {
            return List.of(new Problem("/" + name, ProblemCode.ATTRIBUTE_TYPE,
                    name + " must be a string. Give it in quotes, or leave it out."));
        }
        if (attributes.putIfAbsent(name, member.text()) != null) {
            return List.of(new Problem("/" + name, ProblemCode.DUPLICATE_KEY,
                    name + " is given twice. Give it once."));
        }
        return List.of();
    }

    /** Addresses are a stranger's text too. */
    private static byte[] member(String name, String value) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
        return ('"' + name + "\":\"" + escaped + '"').getBytes(StandardCharsets.UTF_8);
    }

    private static void write(ByteArrayOutputStream data, byte[] member) {
        write(data, member, 0, member.length);
    }

    private static void write(ByteArrayOutputStream data, byte[] bytes, int from, int to) {
        if (data.size() > 1) {
            data.write(',');
        }
        data.write(bytes, from, to - from);
    }
}
