/**
 * What operators do about the alerts of a capability and measure: acknowledge and note. Pure: an
 * {@link org.gapwatch.alerts.action.Action} is all of it, each act makes the next one of it, and
 * {@link org.gapwatch.alerts.action.Attention} tells from the records of the alerts and actions topics when an
 * acknowledgement lapses and when all of it ends. The day and the time are arguments.
 */
@NullMarked
package org.gapwatch.alerts.action;

import org.jspecify.annotations.NullMarked;
