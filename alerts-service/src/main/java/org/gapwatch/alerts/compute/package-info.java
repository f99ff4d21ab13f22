/**
 * The pure core over a file of events, without a server.
 *
 * In: CloudEvents in structured mode, one a line, and the day that counts as today. Out: one line of JSON with every
 * capability's gaps, alerts and reasons, quantities in whole thousandths. Start with
 * {@link org.gapwatch.alerts.compute.Compute}.
 */
@NullMarked
package org.gapwatch.alerts.compute;

import org.jspecify.annotations.NullMarked;
