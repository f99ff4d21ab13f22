/**
 * What is written to {@code gapwatch.rejected-events} of an event that cannot be accepted.
 *
 * In: the original bytes, and the problems found in them. Out: one JSON object with at most the first 4 KiB of the original.
 * Start with {@link org.gapwatch.contract.rejection.Rejection}.
 */
@NullMarked
package org.gapwatch.contract.rejection;

import org.jspecify.annotations.NullMarked;
