package org.gapwatch.faults.load;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was published, how often it was tried, and how often that was acknowledged. Safe for use by several threads. */
public final class Acknowledged {

    /** One publication and what became of its attempts. */
    public static final class Entry {
        private final Publication publication;
        private final boolean overHttp;
        private int attempts;
        private int acknowledged;

        private Entry(Publication publication, boolean overHttp) {
            this.publication = publication;
            this.overHttp = overHttp;
        }

        /** What was published. */
        public Publication publication() {
            return publication;
        }

        /** Whether it went over HTTP; else through an intake topic. */
        public boolean overHttp() {
            return overHttp;
        }

        /** How often it was sent at most. */
        public synchronized int attempts() {
            return attempts;
        }

        /** How often that was acknowledged. */
        public synchronized int acknowledged() {
            return acknowledged;
        }

        private synchronized void attempt() {
            attempts++;
        }

        private synchronized void acknowledge() {
            acknowledged++;
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** It is about to be sent. */
    public void attempt(Publication publication, boolean overHttp) {
        entries.computeIfAbsent(publication.tag(), _ -> new Entry(publication, overHttp)).attempt();
    }

    /** It was acknowledged. */
    public void acknowledge(Publication publication) {
        Entry entry = entries.get(publication.tag());
        if (entry == null) {
            throw new IllegalStateException("Acknowledged without having been sent: " + publication);
        }
        entry.acknowledge();
    }

    /** The publication of that tag; null where there is none. */
    public @Nullable Entry get(String tag) {
        return entries.get(tag);
    }

    /** All there are. */
    public Collection<Entry> all() {
        return entries.values();
    }
}
