/**
 * The rejections for people to read.
 *
 * In: {@code gapwatch.rejected-events}, of which each service keeps its own. Out: {@code GET /api/rejections}, newest
 * first. Start with {@code RejectionProjection}.
 */
@NullMarked
package org.gapwatch.border.rejection;

import org.jspecify.annotations.NullMarked;
