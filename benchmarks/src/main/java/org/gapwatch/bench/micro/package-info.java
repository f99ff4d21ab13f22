/**
 * JMH benchmarks of the pure core: {@code ./gapwatch bench --only jmh}.
 *
 * Start with {@link org.gapwatch.bench.micro.CoreBenchmark}.
 */
@NullMarked
package org.gapwatch.bench.micro;

import org.jspecify.annotations.NullMarked;
