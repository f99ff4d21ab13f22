package org.gapwatch.border.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes the value of a {@code ce-} header (CloudEvents HTTP binding 1.0, section 3.1.3.2). */
final class HeaderValue {

    private HeaderValue() {
    }

    /**
     * The attribute that a header bears: without double quotes, and percent-decoded. A percent sign that begins no code
     * stands for itself.
     *
     * @param header as the server gives it, one character a byte
     * @throws CharacterCodingException where the bytes are not UTF-8
     */
    static String decode(String header) throws CharacterCodingException {
        String text = unquoted(header);
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == '%' ? hex(text, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static String unquoted(String header) {
        if (header.length() < 2 || header.charAt(0) != '"' || header.charAt(header.length() - 1) != '"') {
            return header;
        }
        var text = new StringBuilder(header.length());
        for (int i = 1; i < header.length() - 1; i++) {
            if (header.charAt(i) == '\\' && i + 2 < header.length()) {
                i++;
            }
            text.append(header.charAt(i));
        }
        return text.toString();
    }
}
