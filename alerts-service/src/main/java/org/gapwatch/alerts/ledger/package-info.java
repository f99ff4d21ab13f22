/**
 * What the statements of a capability add up to, by the day from which on it is known.
 *
 * <p>
 * In: what each statement changes in its entity's amounts by month. Out: what stands as of any day, and what the
 * statements of some days changed, by type of event. Start with {@link org.gapwatch.alerts.ledger.Ledger}.
 *
 * <p>
 * How it works. The statements of one day are added up in a small table of cells, (type, month) to amount, so that a day
 * costs what its months cost and not what its statements cost. {@link org.gapwatch.alerts.ledger.Standing} is the sum of
 * all days up to one: it walks a day forward by adding that day's cells and a day back by subtracting them, and keeps the
 * sums that every day needs (what is due before the running month, capacity and reference output in it) as it goes.
 * {@link org.gapwatch.alerts.ledger.Window} is the sum of the days between two, kept by type. A statement known on a day
 * that either has passed already is added to it at once, so that both always fit the ledger.
 */
@NullMarked
package org.gapwatch.alerts.ledger;

import org.jspecify.annotations.NullMarked;
