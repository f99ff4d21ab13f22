/**
 * The servers that the one-command default and the tests run in their own JVM: a real Kafka broker (KRaft) and a MongoDB-wire server on H2.
 *
 * <p>
 * In: a data directory or file and a port (0: any free one). Out: an address that any client can use, on loopback only. What was stored is
 * there after a restart, also after kill -9. Start with {@link org.gapwatch.embedded.EmbeddedKafka}.
 */
@NullMarked
package org.gapwatch.embedded;

import org.jspecify.annotations.NullMarked;
