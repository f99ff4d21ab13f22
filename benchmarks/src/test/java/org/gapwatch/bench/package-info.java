/** Tests of the benchmark: that it is fixed, and that it runs. Nothing is measured here. */
@NullMarked
package org.gapwatch.bench;

import org.jspecify.annotations.NullMarked;
