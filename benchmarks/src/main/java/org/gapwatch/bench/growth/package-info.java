/**
 * Whether an event costs the same however much is known already: more orders, more capabilities, more years, more
 * deliveries of one order.
 *
 * Start with {@link org.gapwatch.bench.growth.CoreGrowth}.
 */
@NullMarked
package org.gapwatch.bench.growth;

import org.jspecify.annotations.NullMarked;
