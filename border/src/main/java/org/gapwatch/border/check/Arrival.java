package org.gapwatch.border.check;

import java.time.Instant;
import org.gapwatch.contract.codec.Reading;

/**
 * An event that came to the border and is to be decided on.
 *
 * @param arrived when it came: the broker's time of the intake record, or the clock's over HTTP
 * @param timeDefaulted whether its time was filled in, see {@link Content}
 */
public record Arrival(Reading reading, Instant arrived, boolean timeDefaulted) {
}
