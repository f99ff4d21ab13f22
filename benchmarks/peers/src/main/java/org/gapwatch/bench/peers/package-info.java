/**
 * The peer: what a team would build on Apache Flink with the same pure core, to compare the alerts stream with.
 *
 * <pre>
 *   canonical topics -> parsed -> evaluation (keyed by capability) -> gaps, alerts and rejections, exactly once
 * </pre>
 *
 * One chain, without a shuffle: a key group is a Kafka partition. Start with {@link org.gapwatch.bench.peers.PeerJob}.
 */
@NullMarked
package org.gapwatch.bench.peers;

import org.jspecify.annotations.NullMarked;
