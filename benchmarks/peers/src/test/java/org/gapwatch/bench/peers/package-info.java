/** The job against a real broker. */
@NullMarked
package org.gapwatch.bench.peers;

import org.jspecify.annotations.NullMarked;
