/**
 * Exact arithmetic beyond 64 bits, in whole thousandths (gap-model.md, "Ground rules": sums and products that may pass
 * 64 bits are computed wider; there is no floating point anywhere).
 *
 * Nothing here rounds unless its name says so, and nothing overflows in silence. Start with
 * {@link org.gapwatch.alerts.number.Amount}.
 */
@NullMarked
package org.gapwatch.alerts.number;

import org.jspecify.annotations.NullMarked;
