package org.gapwatch.local.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/** Where text for people goes. Thread-safe. */
public final class Terminal {

    private final PrintStream out;
    private final boolean redraws;
    private final boolean colours;
    private int drawn;

    private Terminal(PrintStream out, boolean redraws, boolean colours) {
        this.out = out;
        this.redraws = redraws;
        this.colours = colours;
    }

    /** Standard output: redrawn and coloured where it is a terminal that can, and colours are not declined by {@code NO_COLOR}. */
    public static Terminal standard(Map<String, String> environment) {
        var terminal = System.console() instanceof Console console && console.isTerminal()
                && !"dumb".equals(environment.get("TERM"));
        return new Terminal(System.out, terminal, terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Text only, on any stream. */
    public static Terminal plain(PrintStream out) {
        return new Terminal(out, false, false);
    }

    /** One line, or several. */
    public synchronized void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    /** A line that the next one replaces; without a terminal it is not shown. */
    public synchronized void passing(String text) {
        if (redraws) {
            clear();
            out.print(text);
            out.flush();
            drawn = text.length();
        }
    }

    /** The text as it stands out here. */
    public String styled(Style style, String text) {
        return colours ? style.apply(text) : text;
    }

    private void clear() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
    }
}
