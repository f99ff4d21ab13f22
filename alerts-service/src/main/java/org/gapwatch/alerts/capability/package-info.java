/**
 * A capability as a whole: events in, assessment out.
 *
 * <pre>
 *   Event --entity fold--> deltas --> ledger --> gap series --> alert episodes --> Assessment
 * </pre>
 *
 * Pure: days are arguments, nothing here knows a clock, a broker or a database. Start with
 * {@link org.gapwatch.alerts.capability.Capability}.
 */
@NullMarked
package org.gapwatch.alerts.capability;

import org.jspecify.annotations.NullMarked;
