/**
 * What all parts of the benchmark are made of: options, broker, the right results to wait for, and the report with its
 * table of targets.
 *
 * Start with {@link org.gapwatch.bench.harness.BenchPart} and {@link org.gapwatch.bench.harness.Bed}.
 */
@NullMarked
package org.gapwatch.bench.harness;

import org.jspecify.annotations.NullMarked;
