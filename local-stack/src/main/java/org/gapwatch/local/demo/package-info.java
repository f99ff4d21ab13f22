/**
 * The bundled examples: two sets of events in the resources, loaded through the intake topics as any publisher would. In: a running stack. Out:
 * all events in, and every result of theirs published. Start with {@link org.gapwatch.local.demo.Example}.
 */
@NullMarked
package org.gapwatch.local.demo;

import org.jspecify.annotations.NullMarked;
