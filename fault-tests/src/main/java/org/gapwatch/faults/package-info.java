/**
 * Fault tests: runs the system as separate processes under a seeded load, breaks things at seeded random moments, and
 * compares in the end with a naive computation over exactly what was acknowledged.
 *
 * <pre>
 *   line (what is broken) -> system (the processes) and load (what is published meanwhile) -> check (what must hold)
 * </pre>
 *
 * Start with {@link org.gapwatch.faults.Faults} and {@link org.gapwatch.faults.check.Audit}.
 */
@NullMarked
package org.gapwatch.faults;

import org.jspecify.annotations.NullMarked;
