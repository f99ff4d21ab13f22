package org.gapwatch.local.terminal;

import java.util.Locale;

/** How far something has come, in one line that is redrawn at each whole percent. Thread-safe. */
public final class ProgressBar {

    private static final int WIDTH = 30;

    private static final long UNKNOWN = -1;

    private final Terminal terminal;
    private final String what;
    private final long total;
    private long percentShown = -1;

    /**
     * @param what in a few words
     * @param total the amount at which it is done; 0 is done at once
     */
    public ProgressBar(Terminal terminal, String what, long total) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /** Of something of which nobody knows how much it is: only what is done is shown. */
    public static ProgressBar withoutTotal(Terminal terminal, String what) {
        return new ProgressBar(terminal, what, UNKNOWN);
    }

    /** Shows that so much is done, 0 to the total. */
    public synchronized void at(long done) {
        if (total == UNKNOWN) {
            terminal.passing(what + "  " + done);
            return;
        }
        var percent = total == 0 ? 100 : Math.min(100, done * 100 / total);
        if (percent != percentShown) {
            percentShown = percent;
            var filled = (int) (percent * WIDTH / 100);
            terminal.passing(String.format(Locale.ROOT, "%s  [%s%s] %3d%%", what, "#".repeat(filled),
                    ".".repeat(WIDTH - filled), percent));
        }
    }
}
