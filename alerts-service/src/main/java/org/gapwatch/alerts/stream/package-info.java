/**
 * The stream: from canonical events to published gaps and alerts, exactly once.
 *
 * <pre>
 *   production-lines, reference-output, procurement-orders        (keyed by capability, partitioned alike)
 *        -> evaluation: read, add to the capability, assess what was touched, publish what differs
 *             -> capability-gaps, capability-alerts, rejected-events
 * </pre>
 *
 * One task is one partition: all that a capability needs lies in it. The only package that knows Kafka Streams. Start
 * with {@link org.gapwatch.alerts.stream.AlertsTopology}.
 */
@NullMarked
package org.gapwatch.alerts.stream;

import org.jspecify.annotations.NullMarked;
