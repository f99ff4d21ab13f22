/**
 * What outsiders publish badly, sent to the whole of Gapwatch: named kinds of bad event, and good ones changed at random.
 *
 * In: {@code corpus.txt}, {@link org.gapwatch.local.hostile.KafkaKinds} and {@link org.gapwatch.local.hostile.HttpKinds}. Out: each
 * event is accepted or rejected exactly as expected, and nothing else happens. The table is also docs/hostile-events.md.
 * Start with {@link org.gapwatch.local.hostile.HostileEventsIT}.
 */
@NullMarked
package org.gapwatch.local.hostile;

import org.jspecify.annotations.NullMarked;
