package org.gapwatch.alerts.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.service.web.Problems;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an operator's act: a JSON object of texts, all of which must be there, and nothing else. Each throws what is
 * answered where it does not do.
 */
final class ActBody {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_NAME = 80;
    private static final int MAX_TEXT = 2_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final JsonNode json;

    private ActBody(JsonNode json) {
        this.json = json;
    }

    static ActBody read(HttpServletRequest request, String... fields) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw Problems.exception(HttpStatus.CONTENT_TOO_LARGE, "A body has at most 16 KiB.");
        }
        JsonNode json;
        try {
            json = STRICT.readTree(bytes);
        } catch (JacksonException e) {
            throw Problems.exception(HttpStatus.BAD_REQUEST, "The body is not JSON: " + e.getOriginalMessage());
        }
        Set<String> wanted = new TreeSet<>(Arrays.asList(fields));
        if (!json.isObject() || !json.propertyNames().equals(wanted)
                || !json.valueStream().allMatch(JsonNode::isString)) {
            throw Problems.exception(HttpStatus.UNPROCESSABLE_CONTENT,
                    "Give a JSON object with the texts " + String.join(" and ", wanted) + ", and nothing else.");
        }
        return new ActBody(json);
    }

    /** Who acts. Once people log in, it is who has logged in, told here. */
    String by() {
        return name(json.get("by").asString());
    }

    static String name(String by) {
        String name = by.strip();
        if (name.isEmpty() || length(name) > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problems.exception(HttpStatus.UNPROCESSABLE_CONTENT,
                    "by is who acts: 1 to " + MAX_NAME + " characters, in one line.");
        }
        return name;
    }

    Severity severity() {
        String text = json.get("severity").asString();
        return Arrays.stream(Severity.values()).filter(each -> each.name().equals(text)).findFirst()
                .orElseThrow(() -> Problems.exception(HttpStatus.UNPROCESSABLE_CONTENT,
                        "severity is how severe you have seen the alert to be: WATCH, WARNING or CRITICAL."));
    }

    String text() {
        String text = json.get("text").asString().strip();
        if (text.isEmpty() || length(text) > MAX_TEXT
                || text.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n' && each != '\t')) {
            throw Problems.exception(HttpStatus.UNPROCESSABLE_CONTENT,
                    "text is 1 to " + MAX_TEXT + " characters; of control characters, only line feeds and tabs.");
        }
        return text;
    }

    /** In characters as people count them; more than any limit where a half of a surrogate pair stands alone. */
    private static int length(String text) {
        return text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)
                ? Integer.MAX_VALUE
                : text.codePointCount(0, text.length());
    }

    static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problems.exception(HttpStatus.UNPROCESSABLE_CONTENT,
                    "The id of a note is 1 to 64 letters, digits, - and _, for example a UUID.");
        }
        return id;
    }
}
