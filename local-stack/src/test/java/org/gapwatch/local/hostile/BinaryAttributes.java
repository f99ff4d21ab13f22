package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gapwatch.local.hostile.Kind.Way;
import org.gapwatch.local.hostile.Sending.Header;
import org.gapwatch.local.hostile.Sending.Record;
import org.gapwatch.local.hostile.Sending.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an order's attributes, in binary mode, as far as headers can say the same. */
final class BinaryAttributes {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** HTTP does not tell capitals from small letters, and leaves other names to servers. */
    private static final Pattern HTTP_NAMES = Pattern.compile("[a-z0-9]+");
    /** A server takes heads of 8 KiB. */
    private static final int HTTP_CHARACTERS = 6_000;

    private BinaryAttributes() {
    }

    /** The ways to send the order with a part of its attributes replaced; none where that is not about them. */
    static List<Way> ways(String part, String replacement) {
        String attributes = Sample.ORDER.attributes();
        String beforeData = attributes.substring(0, attributes.indexOf("\"data\""));
        Map<String, String> sample = beforeData.contains(part)
                ? headers(attributes.replace(part, replacement).replace("DATA", "{}"))
                : null;
        if (sample == null) {
            return List.of();
        }
        Way kafka = n -> new Record(Intake.PROCUREMENT,
                own(part, replacement, n).entrySet().stream()
                        .map(attribute -> Header.of("ce_" + attribute.getKey(), attribute.getValue())).toList(),
                data(n));
        Way http = n -> new Request(Intake.PROCUREMENT, "",
                Stream.concat(Stream.of("Content-Type: application/json"), own(part, replacement, n).entrySet()
                        .stream().map(attribute -> "ce-" + attribute.getKey() + ": " + encoded(attribute.getValue())))
                        .toList(),
                data(n));
        boolean asHttp = sample.keySet().stream().allMatch(name -> HTTP_NAMES.matcher(name).matches())
                // There the content type is told by another header.
                && !sample.containsKey("datacontenttype")
                && sample.values().stream().mapToInt(text -> encoded(text).length()).sum() < HTTP_CHARACTERS;
        return asHttp ? List.of(kafka, http) : List.of(kafka);
    }

    private static Map<String, String> own(String part, String replacement, int n) {
        String attributes = Sample.ORDER.attributes().replace(part, replacement).replace("DATA", "{}");
        Map<String, String> headers = headers(Sample.own(attributes, n));
        if (headers == null) {
            throw new IllegalStateException("Number " + n + " cannot be sent as number 0 can.");
        }
        return headers;
    }

    /** The attributes by name; null where they are not all texts. */
    private static @Nullable Map<String, String> headers(String event) {
        Map<String, String> headers = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonNode> member : JSON.readTree(ByteText.bytes(event)).properties()) {
                String text = member.getValue().asString("");
                if (!member.getKey().equals("data")) {
                    if (!member.getValue().isString() || !new String(text.getBytes(UTF_8), UTF_8).equals(text)) {
                        return null;
                    }
                    headers.put(member.getKey(), text);
                }
            }
        } catch (JacksonException _) {
            return null;
        }
        return headers;
    }

    /** As CloudEvents encodes the values of headers. */
    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            if (b > ' ' && b <= '~' && b != '"' && b != '%') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append("%02X".formatted(b & 0xff));
            }
        }
        return encoded.toString();
    }

    private static byte[] data(int n) {
        return ByteText.bytes(Sample.own(Sample.ORDER.data(), n));
    }
}
