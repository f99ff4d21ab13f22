/**
 * Plain, calm text for people: lines, tables, one progress bar. Colours and redrawing only on a terminal, and never where NO_COLOR is set.
 */
@NullMarked
package org.gapwatch.local.terminal;

import org.jspecify.annotations.NullMarked;
