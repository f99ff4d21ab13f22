/**
 * The alerts service: which capability gaps are widening, and why.
 *
 * <pre>
 *   canonical topics --stream--> gaps and alerts topics --view--> MongoDB --api--> REST
 *        (capability: statement, ledger, gap, episode)    \--feed--> SSE
 * </pre>
 *
 * What a gap and an alert are is told in docs/gap-model.md. The packages {@code capability statement ledger gap episode
 * number calendar} hold the model and know no framework; start reading with
 * {@link org.gapwatch.alerts.capability.Capability}.
 */
@NullMarked
package org.gapwatch.alerts;

import org.jspecify.annotations.NullMarked;
