/**
 * Events over HTTP: what comes in is a batch, what is compared with is an endpoint of the same server that only passes the
 * bytes on to Kafka.
 *
 * Start with {@link org.gapwatch.bench.http.HttpPart}.
 */
@NullMarked
package org.gapwatch.bench.http;

import org.jspecify.annotations.NullMarked;
