package org.gapwatch.alerts.compute;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Some lines are no acceptable events; the message names the first of them and what is wrong with each. */
public final class UnreadableEventsException extends IOException {

    private static final int MOST_TOLD = 20;

    UnreadableEventsException(List<String> complaints) {
        super(message(complaints));
    }

    private static String message(List<String> complaints) {
        String told = complaints.stream().limit(MOST_TOLD)
                .collect(Collectors.joining("\n  ", "Nothing was computed; correct these lines first:\n  ", ""));
        int more = complaints.size() - MOST_TOLD;
        return more <= 0 ? told : told + "\n  and " + more + " more problems";
    }
}
