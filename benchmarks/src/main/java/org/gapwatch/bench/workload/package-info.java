/**
 * The events that are measured with: fixed by a seed and a {@link org.gapwatch.bench.workload.Shape}, the same on every
 * machine and in every release, so that figures can be compared.
 *
 * Start with {@link org.gapwatch.bench.workload.Workload}.
 */
@NullMarked
package org.gapwatch.bench.workload;

import org.jspecify.annotations.NullMarked;
