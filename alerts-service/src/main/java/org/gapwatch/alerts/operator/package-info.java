/**
 * What operators do: written to the actions topic in transactions, so that it is decided on by one instance at a time, and
 * told to have lapsed or ended once the feed says so. Start with {@link org.gapwatch.alerts.operator.Actions}.
 */
@NullMarked
package org.gapwatch.alerts.operator;

import org.jspecify.annotations.NullMarked;
