package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gapwatch.local.hostile.Sending.Request;

/** Sends requests as they are, which an HTTP client would not. */
final class RawHttp {

    /**
     * What was answered.
     *
     * @param id of the request, as the service gave it; or empty
     */
    record Answer(int status, String id, String body) {
    }

    private static final Pattern REQUEST_ID = Pattern.compile("x-request-id: *([^\r]*)");

    private RawHttp() {
    }

    static Answer post(URI service, Request request) {
        StringBuilder head = new StringBuilder("POST /api/events").append(request.query())
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        boolean framed = false;
        for (String header : request.headers()) {
            head.append(header).append("\r\n");
            framed |= header.startsWith("Content-Length") || header.startsWith("Transfer-Encoding");
        }
        if (!framed) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
            out.write(request.body());
            out.flush();
            return answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        String body = text.substring(end + 4);
        String whole = head.contains("transfer-encoding: chunked") ? withoutChunks(body) : body;
        var id = REQUEST_ID.matcher(head);
        return new Answer(Integer.parseInt(text.substring(9, 12)), id.find() ? id.group(1) : "",
                new String(whole.getBytes(ISO_8859_1), UTF_8));
    }

    private static String withoutChunks(String body) {
        var whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body.substring(at, line), 16);
            if (length == 0) {
                return whole.toString();
            }
            whole.append(body, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }
}
