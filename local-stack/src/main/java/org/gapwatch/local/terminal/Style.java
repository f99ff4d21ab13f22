package org.gapwatch.local.terminal;

/** How text may stand out, where the terminal can show it. */
public enum Style {
    PLAIN(""), BOLD("1"), DIM("2"), RED("31"), YELLOW("33"), GREEN("32");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String apply(String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
