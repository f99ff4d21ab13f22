/**
 * The operators' console: what a browser is told with the page that {@code static/index.html} and {@code static/console} are.
 * The page itself is ES modules without a build step, and asks REST and the stream of alerts. Start with
 * {@link org.gapwatch.alerts.console.ConsoleHeaders}.
 */
@NullMarked
package org.gapwatch.alerts.console;

import org.jspecify.annotations.NullMarked;
