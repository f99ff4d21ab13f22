/**
 * The compose file and what goes with it, checked as far as that goes without a container engine: the file against the
 * specification's schema, and the three jars, started as the image starts them, with the environment that the file
 * gives them.
 */
@NullMarked
package org.gapwatch.local.compose;

import org.jspecify.annotations.NullMarked;
