package org.gapwatch.border.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gapwatch.border.submit.Submission;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.contract.rejection.Excerpt;

/** An event in binary mode: attributes in {@code ce-} headers, data in the body. */
final class BinaryRequest {

    private static final String PREFIX = "ce-";

    private BinaryRequest() {
    }

    static boolean is(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream().anyMatch(BinaryRequest::isAttribute);
    }

    static Submission read(HttpServletRequest request, byte[] body) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String header : Collections.list(request.getHeaderNames())) {
            if (isAttribute(header)) {
                List<String> values = Collections.list(request.getHeaders(header));
                String name = header.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                headers.put(PREFIX + name, String.join(", ", values));
                if (values.size() > 1) {
                    problems.add(new Problem("/" + name, ProblemCode.DUPLICATE_KEY,
                            "The header " + PREFIX + name + " is given " + values.size() + " times. Give it once."));
                }
                try {
                    attributes.put(name, HeaderValue.decode(values.getFirst()));
                } catch (CharacterCodingException e) {
                    problems.add(new Problem("/" + name, ProblemCode.NOT_UTF_8, "The header " + PREFIX + name
                            + " is not UTF-8. Percent-encode the UTF-8 bytes of what is not ASCII."));
                }
            }
        }
        String contentType = request.getContentType();
        if (contentType != null) {
            headers.put("content-type", contentType);
        }
        Reading reading = LimitedBody.reading(body, bytes -> EventReader.readBinary(attributes, contentType, bytes));
        return new Submission(with(problems, reading), headers, () -> Excerpt.of(body));
    }

    private static boolean isAttribute(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && header.length() > PREFIX.length();
    }

    private static Reading with(List<Problem> problems, Reading reading) {
        if (problems.isEmpty()) {
            return reading;
        }
        return switch (reading) {
            case Reading.Accepted accepted ->
                new Reading.Rejected(accepted.event().source(), accepted.event().id(), problems);
            case Reading.Rejected(var source, var id, var others) -> {
                List<Problem> all = new ArrayList<>(problems);
                // What cannot be read is not missing.
                others.stream().filter(other -> problems.stream().noneMatch(
                        problem -> problem.pointer().equals(other.pointer()))).forEach(all::add);
                yield new Reading.Rejected(source, id, all);
            }
        };
    }
}
