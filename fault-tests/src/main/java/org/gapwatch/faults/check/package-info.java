/**
 * What must hold once everything is mended: five invariants, all exact. What does not is a {@link
 * org.gapwatch.faults.check.Findings finding}: lost, duplicated, or wrong.
 *
 * Start with {@link org.gapwatch.faults.check.Audit}.
 */
@NullMarked
package org.gapwatch.faults.check;

import org.jspecify.annotations.NullMarked;
