package org.gapwatch.alerts.stream.state;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of texts that many rows share: capability codes and sources. */
final class Texts {

    /** Beyond so many texts further ones are not shared, only larger. */
    private static final int LIMIT = 100_000;

    private final Map<String, String> texts = new HashMap<>();

    String shared(String text) {
        String known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() < LIMIT) {
            texts.put(text, text);
        }
        return text;
    }

    void clear() {
        texts.clear();
    }
}
