/**
 * What outsiders publish while things break: a seeded load through the intake topics and over HTTP. Whatever is not
 * acknowledged is published again until it is, as events.md asks of a publisher; every attempt and every acknowledgement
 * is written down.
 *
 * Start with {@link org.gapwatch.faults.load.Load}.
 */
@NullMarked
package org.gapwatch.faults.load;

import org.jspecify.annotations.NullMarked;
