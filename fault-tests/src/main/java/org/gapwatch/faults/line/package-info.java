/**
 * The lines of the fault table: what is broken, and how often.
 *
 * Start with {@link org.gapwatch.faults.line.Line}.
 */
@NullMarked
package org.gapwatch.faults.line;

import org.jspecify.annotations.NullMarked;
