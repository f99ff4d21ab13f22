/**
 * REST for capabilities, gaps and alerts: questions become queries on the views, what was published is answered. Described by
 * {@code openapi.yaml}, which a test compares with the mappings here. Start with
 * {@link org.gapwatch.alerts.api.AlertController}.
 */
@NullMarked
package org.gapwatch.alerts.api;

import org.jspecify.annotations.NullMarked;
