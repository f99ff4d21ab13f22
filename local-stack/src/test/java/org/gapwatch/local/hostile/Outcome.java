package org.gapwatch.local.hostile;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is expected to become of an event.
 *
 * @param codes the codes of all its problems; none where it is accepted
 * @param refused how it is refused before it is taken for an event at all: nothing is kept of it then; or empty
 */
record Outcome(Set<String> codes, String refused) {

    private static final String REFUSED = "refused: ";

    static final Outcome ACCEPTED = new Outcome(Set.of(), "");

    /** Reads {@code accepted}, {@code refused: 415}, or codes. */
    static Outcome of(String text) {
        if (text.startsWith(REFUSED)) {
            return new Outcome(Set.of(), text.substring(REFUSED.length()));
        }
        return text.equals("accepted") ? ACCEPTED : new Outcome(new TreeSet<>(Arrays.asList(text.split(" "))), "");
    }

    boolean accepted() {
        return codes.isEmpty() && refused.isEmpty();
    }

    @Override
    public String toString() {
        return accepted() ? "accepted" : refused.isEmpty() ? String.join(" ", codes) : REFUSED + refused;
    }
}
