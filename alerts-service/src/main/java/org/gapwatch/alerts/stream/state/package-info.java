/**
 * The stream's state: the capabilities of a task and what was published of them, on the heap, with one changelog row for
 * the statements between two commits and for each published record.
 *
 * In: events, and what is published; on a restore, the rows. Out: capabilities to assess. What is on the heap at a commit
 * is what the rows say. Start with {@link org.gapwatch.alerts.stream.state.CapabilityStore}.
 */
@NullMarked
package org.gapwatch.alerts.stream.state;

import org.jspecify.annotations.NullMarked;
