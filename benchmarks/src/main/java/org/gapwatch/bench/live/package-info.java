/**
 * What is measured on running services: how soon an alert is seen, and how soon the stream is back after a kill.
 *
 * Start with {@link org.gapwatch.bench.live.Latency}.
 */
@NullMarked
package org.gapwatch.bench.live;

import org.jspecify.annotations.NullMarked;
