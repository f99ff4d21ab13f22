/**
 * CloudEvents over HTTP: {@code POST /api/events}, in binary, structured and batch mode.
 *
 * In: a request, read no further than its limit. Out: one result per event, in order. Start with {@code EventsController}.
 */
@NullMarked
package org.gapwatch.border.http;

import org.jspecify.annotations.NullMarked;
