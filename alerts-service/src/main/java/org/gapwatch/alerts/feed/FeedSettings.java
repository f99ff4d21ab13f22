package org.gapwatch.alerts.feed;

import java.time.Duration;
import org.gapwatch.service.UnusableSetupException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the feed is kept.
 *
 * @param heartbeat how long a stream may be silent before an event tells that it is alive
 * @param recentEvents how many of the latest events are kept in memory, 1 or more; a client further behind is cut off
 * @param recentSize how much memory they may take
 */
@ConfigurationProperties("gapwatch.feed")
record FeedSettings(@DefaultValue("15s") Duration heartbeat, @DefaultValue("8192") int recentEvents,
        @DefaultValue("32MB") DataSize recentSize) {

    FeedSettings {
        if (recentEvents < 1) {
            throw new UnusableSetupException(
                    "gapwatch.feed.recent-events must be 1 or more, but is " + recentEvents + ".");
        }
    }
}
