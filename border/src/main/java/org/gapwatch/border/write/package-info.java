/**
 * How the border writes: the records, the producers, and what is counted once it is written.
 *
 * What goes to Kafka here is the record of what was decided; nothing else is. Start with
 * {@link org.gapwatch.border.write.OutgoingRecords}.
 */
@NullMarked
package org.gapwatch.border.write;

import org.jspecify.annotations.NullMarked;
