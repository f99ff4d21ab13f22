/**
 * The feed: alerts, and what operators do about them, as server-sent events, resumed exactly.
 *
 * <pre>
 *   alerts topic, actions topic --FeedReader--> FeedLog (what is current, recent records) --Subscription, one a client--> SSE
 *              |                     \--FeedListener (when an acknowledgement lapses)             /
 *              \--TopicHistory (what is older than the recent records)--------------------------/
 * </pre>
 *
 * Clients pull from the one shared log, so none of them holds up another, and none has a queue that could grow. Start with
 * {@link org.gapwatch.alerts.feed.FeedLog}.
 */
@NullMarked
package org.gapwatch.alerts.feed;

import org.jspecify.annotations.NullMarked;
