/**
 * Kafka in: reads the intake topic in batches, and passes each event on to a canonical topic or to the rejections, in one
 * transaction with the offsets.
 *
 * Always holds: what is committed is exactly what the offsets say was read. A broker that fails is waited for. Start with
 * {@code IntakeListener}.
 */
@NullMarked
package org.gapwatch.border.intake;

import org.jspecify.annotations.NullMarked;
