package org.gapwatch.border.check;

import org.jspecify.annotations.Nullable;

/** What the {@link EventMemory} has to say about an event. */
public sealed interface Recall {

    /** Nothing stands against it, and it was not accepted before. */
    Clear NEW = new Clear(false);

    /** It was accepted before, just so. */
    Clear KNOWN = new Clear(true);

    /** Nothing stands against it; {@code known} if it was accepted before. */
    record Clear(boolean known) implements Recall {
    }

    /**
     * It contradicts what was accepted.
     *
     * @param idReused its id stands for other content
     * @param otherCapability the capability under which its entity is known, or null where that is no problem
     */
    record Conflict(boolean idReused, @Nullable String otherCapability) implements Recall {
    }

    /** It contradicts what is being written just now; ask again after {@link EventMemory#await}. */
    record Busy(long generation) implements Recall {
    }
}
