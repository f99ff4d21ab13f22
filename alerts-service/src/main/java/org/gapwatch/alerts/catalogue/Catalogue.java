package org.gapwatch.alerts.catalogue;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The known capabilities. */
public final class Catalogue {

    private final SortedMap<String, Entry> entries = new TreeMap<>();

    Catalogue(Collection<Entry> entries) {
        entries.forEach(entry -> this.entries.put(entry.code(), entry));
    }

    /** All of them, by code. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    /** What is known of a code, or null. */
    public @Nullable Entry get(String code) {
        return entries.get(code);
    }
}
