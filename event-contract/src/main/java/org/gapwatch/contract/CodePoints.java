package org.gapwatch.contract;

/** Compares strings by Unicode code point; {@link String#compareTo} compares UTF-16 units, which differs above U+FFFF. */
final class CodePoints {

    private CodePoints() {
    }

    static int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates stand for code points above every other UTF-16 unit.
                boolean sx = Character.isSurrogate(x);
                boolean sy = Character.isSurrogate(y);
                return sx == sy ? Character.compare(x, y) : Boolean.compare(sx, sy);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
