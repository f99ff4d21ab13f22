package org.gapwatch.alerts.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements, in order.
 *
 * @param last the place of the last one where more follow, else null
 */
public record StatementPage(List<Stated> items, @Nullable String last) {
}
