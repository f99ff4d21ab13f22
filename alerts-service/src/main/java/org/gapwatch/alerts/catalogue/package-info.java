/**
 * The catalogue of capabilities: what people call a code, its unit and its domain. Data, not code: it ships as
 * {@code catalogue.json} and can be replaced by configuration. A code that is not in it is shown by itself. Start with
 * {@link org.gapwatch.alerts.catalogue.Catalogue}.
 */
@NullMarked
package org.gapwatch.alerts.catalogue;

import org.jspecify.annotations.NullMarked;
