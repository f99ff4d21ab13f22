/**
 * The checks that only the border can make: is the type for this intake, is the time too far ahead, does the id stand for
 * other content, is the entity known under another capability.
 *
 * In: an event that the contract's reader has found well-formed. Out: a {@link org.gapwatch.border.check.Verdict}. What is
 * not written is not remembered. Start with {@link org.gapwatch.border.check.BorderCheck}.
 */
@NullMarked
package org.gapwatch.border.check;

import org.jspecify.annotations.NullMarked;
