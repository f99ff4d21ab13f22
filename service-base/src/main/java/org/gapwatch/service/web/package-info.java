/**
 * How HTTP looks alike in all services: errors are RFC 9457 problem details whose {@code detail} says what to do, lists
 * are paged by opaque cursors, and query parameters that nobody asked for are refused. Start with
 * {@link org.gapwatch.service.web.ProblemAdvice}.
 */
@NullMarked
package org.gapwatch.service.web;

import org.jspecify.annotations.NullMarked;
