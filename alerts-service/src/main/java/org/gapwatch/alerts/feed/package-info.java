/**
 * The feed: alerts as server-sent events, resumed exactly.
 *
 * <pre>
 *   alerts topic --AlertTopicReader--> AlertLog (active alerts, recent records) --Subscription, one a client--> SSE
 *              \--TopicHistory (what is older than the recent records)---------/
 * </pre>
 *
 * Clients pull from the one shared log, so none of them holds up another, and none has a queue that could grow. Start with
 * {@link org.gapwatch.alerts.feed.AlertLog}.
 */
@NullMarked
package org.gapwatch.alerts.feed;

import org.jspecify.annotations.NullMarked;
