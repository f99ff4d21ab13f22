package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of which each character is one byte of UTF-8, so that what is no UTF-8 can stand in them too. */
final class ByteText {

    private static final Pattern MACRO = Pattern.compile(of("«(?:hex ([0-9A-F ]+)|(.+?) × ([0-9]+))»"), Pattern.DOTALL);

    private ByteText() {
    }

    static String of(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    static byte[] bytes(String byteText) {
        return byteText.getBytes(ISO_8859_1);
    }

    /** Writes out {@code «text × 3»} and {@code «hex EF BB»}. */
    static String expand(String byteText) {
        return MACRO.matcher(byteText).replaceAll(found -> Matcher.quoteReplacement(found.group(1) != null
                ? new String(HexFormat.of().parseHex(found.group(1).replace(" ", "")), ISO_8859_1)
                : found.group(2).repeat(Integer.parseInt(found.group(3)))));
    }
}
