package org.gapwatch.contract.rejection;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of what was sent, as text. Bytes that are not UTF-8 are shown as U+FFFD.
 *
 * @param text at most {@value #LIMIT} bytes of it, or null where there was none
 * @param truncated whether there was more
 */
public record Excerpt(@Nullable String text, boolean truncated) {

    /** How many bytes of an original are kept. */
    public static final int LIMIT = 4096;

    /** The beginning of these bytes. */
    public static Excerpt of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Excerpt(null, false);
        }
        int end = Math.min(bytes.length, LIMIT);
        // Step back to where a character begins, so that the cut itself makes no U+FFFD.
        for (int back = 0; end < bytes.length && back < 3 && (bytes[end] & 0xC0) == 0x80; back++) {
            end--;
        }
        return new Excerpt(new String(bytes, 0, end, StandardCharsets.UTF_8), end < bytes.length);
    }
}
