/**
 * Everything on one machine, by one command.
 *
 * <pre>
 *   environment --settings--> command --> stack: embedded servers + three services in this JVM
 *                                    \--> demo: example --Kafka--> stack, story and table
 *                                    \--> client: HTTP and SSE to a stack that runs
 * </pre>
 *
 * The services do not know: they see bootstrap servers and a MongoDB URI. Start with {@link org.gapwatch.local.Gapwatch}.
 */
@NullMarked
package org.gapwatch.local;

import org.jspecify.annotations.NullMarked;
