package org.gapwatch.alerts.view;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.gapwatch.contract.Event;

/**
 * Where a statement stands among those of its capability, as a text that no other has: such texts sort as
 * {@link Event#STATEMENT_ORDER} does, then by entity. They are ASCII, for of servers some compare texts by UTF-8 and some by
 * UTF-16.
 */
final class StatementPlace {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS")
            .withZone(ZoneOffset.UTC);
    /** Comes after all that is left as it is. */
    private static final char ESCAPE = '~';

    private StatementPlace() {
    }

    static String of(Event event) {
        var statement = event.statement();
        // None of them has a control character, so a part that is the beginning of another one comes before it.
        return String.join("\n", TIME.format(event.time()), ascii(event.source()), ascii(event.id()),
                statement.entityKind().name(), statement.entityId());
    }

    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < ESCAPE)) {
            return text;
        }
        var ascii = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < ESCAPE) {
                ascii.append((char) c);
            } else {
                ascii.append(ESCAPE).append("%06x".formatted(c));
            }
        });
        return ascii.toString();
    }
}
