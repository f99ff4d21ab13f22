package org.gapwatch.contract.codec;

/** What may stand in ids, codes and attributes (docs/events.md, "Fields"). */
final class Characters {

    private static final int MOST = 80;

    private Characters() {
    }

    /** Whether it is {@code [A-Za-z0-9][A-Za-z0-9._:-]*} of at most 80 characters. */
    static boolean isId(char[] chars, int offset, int length) {
        if (length == 0 || length > MOST || !isLetterOrDigit(chars[offset])) {
            return false;
        }
        for (int i = offset + 1; i < offset + length; i++) {
            char c = chars[i];
            if (!isLetterOrDigit(c) && c != '-' && c != '.' && c != '_' && c != ':') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is words of {@code [a-z0-9]+}, parted by one dot or hyphen each, of at most 80 characters. */
    static boolean isCapability(char[] chars, int offset, int length) {
        boolean inWord = false;
        for (int i = offset; i < offset + length; i++) {
            char c = chars[i];
            if ((c >= 'a' && c <= 'z') || isDigit(c)) {
                inWord = true;
            } else if (inWord && (c == '-' || c == '.')) {
                inWord = false;
            } else {
                return false;
            }
        }
        return inWord && length <= MOST;
    }

    static boolean isCurrency(char[] chars, int offset, int length) {
        return length == 3 && isUpperCase(chars[offset]) && isUpperCase(chars[offset + 1])
                && isUpperCase(chars[offset + 2]);
    }

    /** Whether it may be the name of a CloudEvents attribute: {@code [a-z0-9]+}. */
    static boolean isAttributeName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && !isDigit(c)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whether a text has a control character of ISO 646 or of the block after it (U+0080 to U+009F). */
    static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a half of a surrogate pair stands alone. */
    static boolean hasLoneSurrogate(char[] chars, int offset, int length) {
        int end = offset + length;
        int bits = 0;
        for (int i = offset; i < end; i++) {
            bits |= chars[i];
        }
        // Mostly there is none at all, and that is found out many characters at a time.
        if (bits < Character.MIN_SURROGATE) {
            return false;
        }
        for (int i = offset; i < end; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (i + 1 == end || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || isUpperCase(c) || isDigit(c);
    }

    private static boolean isUpperCase(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
