/**
 * {@code docs/gap-model.md} in its naive, executable form, and random event sets to hold the incremental core against it.
 *
 * <p>
 * Written from the page alone: plain loops, no state kept from one day to the next but what the page itself folds. It
 * uses the contract's records as input and none of its folds. Start with {@link org.gapwatch.alerts.oracle.Oracle}.
 */
@NullMarked
package org.gapwatch.alerts.oracle;

import org.jspecify.annotations.NullMarked;
