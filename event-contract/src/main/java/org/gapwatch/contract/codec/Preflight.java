package org.gapwatch.contract.codec;

/** What is checked of bytes before any of them is taken for JSON. */
final class Preflight {

    private Preflight() {
    }

    /**
     * Checks that the bytes are UTF-8 without a byte order mark.
     *
     * @return where the JSON text begins, or -1 where there is no use in reading on
     */
    static int check(byte[] bytes, int from, int to, String pointer, Problems problems) {
        int start = from;
        if (to - from >= 3 && bytes[from] == (byte) 0xef && bytes[from + 1] == (byte) 0xbb
                && bytes[from + 2] == (byte) 0xbf) {
            problems.add(pointer, ProblemCode.BYTE_ORDER_MARK,
                    "The text begins with a byte order mark (EF BB BF). Leave it out.");
            start += 3;
        }
        // A NUL so early is JSON in UTF-16 or UTF-32, which the parser would read.
        for (int i = start; i < Math.min(start + 4, to); i++) {
            if (bytes[i] == 0) {
                notUtf8(i - from, pointer, problems);
                return -1;
            }
        }
        int invalid = Utf8.firstInvalid(bytes, start, to);
        if (invalid >= 0) {
            notUtf8(invalid - from, pointer, problems);
            return -1;
        }
        return start;
    }

    private static void notUtf8(int index, String pointer, Problems problems) {
        problems.add(pointer, ProblemCode.NOT_UTF_8, "The text is not UTF-8 from byte " + index + " on. Send UTF-8.");
    }
}
