package org.gapwatch.alerts.feed;

import java.time.Instant;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;

/** Is told each record of the feed, in order, on the thread that reads them. */
public interface FeedListener {

    /** Both topics are read from their beginning; the alerts topic has this id. */
    void begin(String alertsTopic);

    /** The next record of the alerts topic. */
    void alert(AlertState alert, Instant writtenAt);

    /** The next record of the actions topic. */
    void action(Action action);

    /** Told often: all that was read so far was told, and whether that is all that was written. */
    void read(boolean complete);
}
