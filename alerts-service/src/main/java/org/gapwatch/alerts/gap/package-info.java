/**
 * The two measures of a capability on a day, why COVERAGE changed, and the series of both (docs/gap-model.md, "Measures",
 * "Why a gap changed").
 *
 * In: what stands as of a day, from the ledger. Out: gap and base of the day, today's figures and what lies ahead. Start
 * with {@link org.gapwatch.alerts.gap.Measure} and {@link org.gapwatch.alerts.gap.Figures}.
 */
@NullMarked
package org.gapwatch.alerts.gap;

import org.jspecify.annotations.NullMarked;
