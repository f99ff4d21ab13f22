/**
 * The topics: how each is configured, their creation at start, and the check that they fit together. Start with
 * {@link org.gapwatch.service.topics.TopicDefinitions}.
 */
@NullMarked
package org.gapwatch.service.topics;

import org.jspecify.annotations.NullMarked;
