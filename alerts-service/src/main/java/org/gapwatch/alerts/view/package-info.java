/**
 * The read models: the records of the gaps and alerts topics as MongoDB documents, and the queries on them. A record's JSON
 * is kept as it came, beside the fields that are filtered and sorted by: what REST answers is what was published, to the
 * last digit. The only package that knows the MongoDB driver. Start with {@link org.gapwatch.alerts.view.AlertView} and
 * {@link org.gapwatch.alerts.view.GapView}.
 */
@NullMarked
package org.gapwatch.alerts.view;

import org.jspecify.annotations.NullMarked;
