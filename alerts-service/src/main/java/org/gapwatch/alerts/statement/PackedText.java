package org.gapwatch.alerts.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Packs ids. Publishers make them in a few ways, so a text that ends in a number is kept as the number of what comes before
 * it, in a list of all that did, and the number itself; a UUID as its 16 bytes; and what begins with the id of the entity
 * as the rest. Equal texts of an entity are equal bytes, whatever was packed in between, and no text is the beginning of
 * another one.
 */
final class PackedText {

    /** How a text is kept; in the low bits of its first number, which else tells the length or the beginning. */
    private static final int LATIN1 = 0;
    private static final int UTF16 = 1;
    private static final int NUMBERED = 2;
    private static final int OF_ENTITY = 3;
    private static final int UUID_BYTES = 4;
    private static final int FORM_BITS = 3;
    private static final int FORMS = (1 << FORM_BITS) - 1;

    /** Beyond so many beginnings, texts with further ones are kept as they are: a list of random ones is of no use. */
    private static final int BEGINNINGS = 256;
    private static final int MOST_DIGITS = 18;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> beginnings = new ArrayList<>();
    /** By the low bits of their length. */
    private final int[] recent = new int[16];

    PackedText() {
        Arrays.fill(recent, -1);
    }

    /** Packs a text; the entity's id is empty where the text is that id itself. */
    void pack(String text, String entity, Packing out) {
        if (!entity.isEmpty() && text.startsWith(entity)) {
            out.unsigned(OF_ENTITY);
            pack(text, entity.length(), out);
        } else {
            pack(text, 0, out);
        }
    }

    private void pack(String text, int from, Packing out) {
        int digits = firstDigit(text, from);
        if (text.length() - from == 36 && packUuid(text, from, out)) {
            return;
        }
        if (digits < text.length()) {
            int beginning = beginning(text, from, digits);
            if (beginning >= 0) {
                out.unsigned((long) beginning << FORM_BITS | NUMBERED);
                out.unsigned(number(text, digits));
                return;
            }
        }
        packPlain(text, from, out);
    }

    /** Where the number begins in which a text ends: without zeros in front, and no longer than fits. */
    private static int firstDigit(String text, int from) {
        int at = text.length();
        int least = Math.max(from, at - MOST_DIGITS);
        while (at > least && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9') {
            at--;
        }
        while (at < text.length() - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static long number(String text, int from) {
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    /** The number of what lies between two indexes; negative where it has none. */
    private int beginning(String text, int from, int to) {
        // Nearly always it is the one of this length that was met last.
        int slot = to - from & recent.length - 1;
        int last = recent[slot];
        if (last >= 0 && beginnings.get(last).length() == to - from && text.startsWith(beginnings.get(last), from)) {
            return last;
        }
        String beginning = text.substring(from, to);
        Integer known = numbers.get(beginning);
        if (known == null) {
            if (beginnings.size() == BEGINNINGS) {
                return -1;
            }
            known = beginnings.size();
            numbers.put(beginning, known);
            beginnings.add(beginning);
        }
        recent[slot] = known;
        return known;
    }

    private static boolean packUuid(String text, int from, Packing out) {
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        UUID uuid = UUID.fromString(from == 0 ? text : text.substring(from));
        out.unsigned(UUID_BYTES);
        out.octets(uuid.getMostSignificantBits(), 8);
        out.octets(uuid.getLeastSignificantBits(), 8);
        return true;
    }

    private static void packPlain(String text, int from, Packing out) {
        int length = text.length() - from;
        boolean latin1 = true;
        for (int i = from; i < text.length(); i++) {
            latin1 &= text.charAt(i) <= 0xFF;
        }
        out.unsigned((long) length << FORM_BITS | (latin1 ? LATIN1 : UTF16));
        if (latin1) {
            out.latin1(text, from);
        } else {
            // By hand: an encoder would replace a lone surrogate.
            for (int i = from; i < text.length(); i++) {
                out.octets(text.charAt(i), 2);
            }
        }
    }

    String unpack(Unpacking in, String entity) {
        int first = in.count();
        int rest = first >>> FORM_BITS;
        return switch (first & FORMS) {
            case LATIN1 -> in.latin1(rest);
            case UTF16 -> {
                char[] characters = new char[rest];
                for (int i = 0; i < rest; i++) {
                    characters[i] = (char) in.octets(2);
                }
                yield new String(characters);
            }
            case NUMBERED -> beginnings.get(rest) + in.unsigned();
            case UUID_BYTES -> new UUID(in.octets(8), in.octets(8)).toString();
            default -> entity + unpack(in, "");
        };
    }

    static void skip(Unpacking in) {
        int first = in.count();
        switch (first & FORMS) {
            case LATIN1 -> in.skip(first >>> FORM_BITS);
            case UTF16 -> in.skip(2 * (first >>> FORM_BITS));
            case NUMBERED -> in.unsigned();
            case UUID_BYTES -> in.skip(16);
            default -> skip(in);
        }
    }
}
