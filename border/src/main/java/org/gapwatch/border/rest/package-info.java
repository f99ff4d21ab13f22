/**
 * What people state by plain REST, as events: the body is the event's data, and may bear its {@code source} and
 * {@code time}.
 *
 * In: a JSON body, and what the address says. Out: an event that goes the way of all events, and problems that point into
 * the body. Start with {@link org.gapwatch.border.rest.Statements}.
 */
@NullMarked
package org.gapwatch.border.rest;

import org.jspecify.annotations.NullMarked;
