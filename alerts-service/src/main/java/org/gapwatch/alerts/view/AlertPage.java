package org.gapwatch.alerts.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts, in order.
 *
 * @param items each as the JSON that was published
 * @param last the place of the last one where more follow, else null
 */
public record AlertPage(List<String> items, AlertQuery.@Nullable Place last) {
}
