package org.gapwatch.border.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.gapwatch.service.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;

/** The CloudEvents mode of a request. */
enum EventsMode {
    /** Attributes in headers, data in the body. */
    BINARY,
    /** One JSON object with attributes and data. */
    STRUCTURED,
    /** An array of such objects. */
    BATCH;

    /** The mode that the content type tells, else binary where there are {@code ce-} headers; anything else gets 415. */
    static EventsMode of(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Send the body without Content-Encoding; compressed bodies are not read.");
        }
        MediaType type = contentType(request);
        boolean cloudEvents = type != null && type.getType().equals("application")
                && type.getSubtype().startsWith("cloudevents");
        if (type != null && cloudEvents) {
            if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
                throw unsupported("Send JSON in UTF-8, not in " + type.getCharset() + ".");
            }
            return switch (type.getSubtype()) {
                case "cloudevents+json" -> STRUCTURED;
                case "cloudevents-batch+json" -> BATCH;
                default -> throw unsupported("CloudEvents are read as application/cloudevents+json or "
                        + "application/cloudevents-batch+json, not as " + type.getType() + "/" + type.getSubtype()
                        + ".");
            };
        }
        if (BinaryRequest.is(request)) {
            return BINARY;
        }
        throw unsupported("Send a CloudEvent: either with Content-Type application/cloudevents+json (one event) or "
                + "application/cloudevents-batch+json (an array of them), or with its attributes in ce- headers.");
    }

    private static @org.jspecify.annotations.Nullable MediaType contentType(HttpServletRequest request) {
        String header = request.getContentType();
        try {
            return header == null ? null : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException e) {
            throw unsupported("The Content-Type \"" + header + "\" is not one. Use application/cloudevents+json.");
        } catch (IllegalArgumentException e) {
            throw unsupported("The charset of the Content-Type is not known. Send JSON in UTF-8.");
        }
    }

    private static ErrorResponseException unsupported(String detail) {
        return Problems.exception(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
