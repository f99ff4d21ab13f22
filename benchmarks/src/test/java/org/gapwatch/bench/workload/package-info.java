/** Tests of the workload. */
@NullMarked
package org.gapwatch.bench.workload;

import org.jspecify.annotations.NullMarked;
