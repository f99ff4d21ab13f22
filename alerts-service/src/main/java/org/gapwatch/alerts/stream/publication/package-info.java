/**
 * What is told of an assessment: the records of the gaps and alerts topics, and which of them differ from what was
 * published last.
 *
 * In: an assessment and what was published. Out: the changes, in the order in which they are to be written, and what is
 * published then. Nothing here knows Kafka. Start with {@link org.gapwatch.alerts.stream.publication.Publisher}.
 */
@NullMarked
package org.gapwatch.alerts.stream.publication;

import org.jspecify.annotations.NullMarked;
