/**
 * The published language of Gapwatch: what publishers may say, as sealed events, and the topics it travels on.
 *
 * <pre>
 *   bytes --codec--> Event(source, id, time, Statement) --fold--> MonthAmounts of one entity
 * </pre>
 *
 * Everything here is pure: no clock, no randomness, no framework. Start with {@link org.gapwatch.contract.Event}.
 */
@NullMarked
package org.gapwatch.contract;

import org.jspecify.annotations.NullMarked;
