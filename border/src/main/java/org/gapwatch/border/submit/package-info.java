/**
 * What HTTP does with events: checked in the request, written at once, answered after the broker has acknowledged.
 *
 * In: {@link org.gapwatch.border.submit.Submission}s. Out: one {@link org.gapwatch.border.submit.Outcome} each, in order.
 * What was not acknowledged is not remembered. Start with {@link org.gapwatch.border.submit.Submissions}.
 */
@NullMarked
package org.gapwatch.border.submit;

import org.jspecify.annotations.NullMarked;
