package org.gapwatch.border.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items its entities
 * @param next the cursor of the next page, or null on the last
 */
public record EntityPage(List<Entity> items, @Nullable String next) {
}
