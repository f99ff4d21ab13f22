/**
 * Measures Gapwatch from end to end on a broker of its own, and the pure core by itself. How to read it is told in
 * docs/benchmark.md.
 *
 * In: the options of {@code ./gapwatch bench}. Out: a table. Start with {@link org.gapwatch.bench.Bench}.
 */
@NullMarked
package org.gapwatch.bench;

import org.jspecify.annotations.NullMarked;
