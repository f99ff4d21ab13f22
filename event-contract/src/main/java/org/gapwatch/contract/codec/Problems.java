package org.gapwatch.contract.codec;

import java.util.ArrayList;
import java.util.List;

/** The problems of one event, as they are found. */
final class Problems {

    /** A name in JSON may have 64 KiB, or half a character: a pointer is cut to the part that can be told. */
    private static final int LONGEST_POINTER = 300;
    private static final int LONGEST_QUOTE = 60;

    private final List<Problem> all = new ArrayList<>(0);

    void add(String pointer, ProblemCode code, String detail) {
        add(new Problem(shorten(pointer), code, detail));
    }

    void add(Problem problem) {
        if (all.size() < Problem.MOST) {
            all.add(problem);
        } else if (all.size() == Problem.MOST) {
            all.add(new Problem("", ProblemCode.MORE_PROBLEMS, "Only the first " + Problem.MOST
                    + " problems are listed. Correct these and send the event again to see the others."));
        }
    }

    /** Whether one more would not be listed, so that there is no use in telling where it is. */
    boolean full() {
        return all.size() >= Problem.MOST;
    }

    boolean none() {
        return all.isEmpty();
    }

    List<Problem> all() {
        return all;
    }

    /** A pointer's last part, escaped as RFC 6901 says. */
    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** A text for use in a sentence: in quotes, shortened, without controls. */
    static String quote(String text) {
        StringBuilder result = new StringBuilder("\"");
        text.codePoints().limit(LONGEST_QUOTE).forEach(
                c -> result.appendCodePoint(Character.isISOControl(c) || Characters.isSurrogate(c) ? 0xfffd : c));
        boolean cut = text.codePointCount(0, text.length()) > LONGEST_QUOTE;
        return result.append(cut ? "...\"" : "\"").toString();
    }

    private static String shorten(String pointer) {
        String result = pointer;
        while (result.length() > LONGEST_POINTER
                || Characters.hasLoneSurrogate(result.toCharArray(), 0, result.length())) {
            result = result.substring(0, result.lastIndexOf('/'));
        }
        return result;
    }
}
