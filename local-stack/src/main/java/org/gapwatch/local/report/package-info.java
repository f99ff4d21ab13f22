/**
 * What people read: the board of capabilities, the story of alerts, an alert in a line. In: the JSON of the services' APIs. Out: lines on a
 * {@link org.gapwatch.local.terminal.Terminal}. Nothing is computed here.
 */
@NullMarked
package org.gapwatch.local.report;

import org.jspecify.annotations.NullMarked;
