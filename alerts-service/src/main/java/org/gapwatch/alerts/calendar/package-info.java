/**
 * Days and months as plain numbers, since the core walks them by the thousand: a day is its epoch day, a month its
 * proleptic month ({@code year * 12 + month - 1}), both in UTC (docs/gap-model.md, "Ground rules").
 */
@NullMarked
package org.gapwatch.alerts.calendar;

import org.jspecify.annotations.NullMarked;
