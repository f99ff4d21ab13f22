/**
 * Reads events from bytes, and writes what was accepted as canonical records.
 *
 * In: a Kafka record or an HTTP request, in either CloudEvents mode. Out: a {@link org.gapwatch.contract.codec.Reading},
 * which is accepted or bears all problems found, never both. What can be checked without a clock and without memory is
 * checked here; docs/events.md lists the rules. Start with {@link org.gapwatch.contract.codec.EventReader}.
 */
@NullMarked
package org.gapwatch.contract.codec;

import org.jspecify.annotations.NullMarked;
