/** Tests of the harness. */
@NullMarked
package org.gapwatch.bench.harness;

import org.jspecify.annotations.NullMarked;
