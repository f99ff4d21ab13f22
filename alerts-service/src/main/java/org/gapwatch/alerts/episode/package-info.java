/**
 * Folds the series of a gap, day by day, into alerts: one for each episode in which it widens (docs/gap-model.md,
 * "Alerts").
 *
 * In: the series. Out: trend, severity and alerts. The fold can be taken up again from any day, since its state of every
 * day is kept. Start with {@link org.gapwatch.alerts.episode.Alert}.
 */
@NullMarked
package org.gapwatch.alerts.episode;

import org.jspecify.annotations.NullMarked;
