/**
 * The rungs of the ladder: each does more of what the whole pipeline does than the one before, over the same events.
 *
 * Start with {@link org.gapwatch.bench.rung.Rung}.
 */
@NullMarked
package org.gapwatch.bench.rung;

import org.jspecify.annotations.NullMarked;
