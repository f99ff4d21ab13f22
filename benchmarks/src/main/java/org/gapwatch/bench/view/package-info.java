/**
 * Projections into MongoDB, against writing the documents that they write.
 *
 * Start with {@link org.gapwatch.bench.view.ViewPart}.
 */
@NullMarked
package org.gapwatch.bench.view;

import org.jspecify.annotations.NullMarked;
