package org.gapwatch.alerts.feed;

import java.util.List;

/** What the log has for a client that stands at a place. */
sealed interface Delivery {

    /** Events, and the place after them. */
    record Events(List<LoggedEvent> events, Place next) implements Delivery {
    }

    /** Nothing came in the time it waited. */
    record Nothing() implements Delivery {
    }

    /** The place is of a topic that was: the client must begin again. */
    record Anew() implements Delivery {
    }

    /** The client is too slow: what it should get next is no longer in memory. */
    record TooSlow() implements Delivery {
    }

    /** The service is stopping. */
    record Closed() implements Delivery {
    }
}
