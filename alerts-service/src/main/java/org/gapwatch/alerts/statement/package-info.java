/**
 * The statements of a capability, entity by entity.
 *
 * <p>
 * In: events, in any order, any number of times. Out: into the ledger, what each changes in its entity's amounts. Start
 * with {@link org.gapwatch.alerts.statement.Statements}.
 *
 * <p>
 * Statements are the bulk of all state and are hardly ever looked at again, so they are kept packed, about 50 bytes each
 * ({@link org.gapwatch.alerts.statement.EventPacker}), in one array an entity. An event in statement order is folded at
 * once; others wait until someone asks, and are then sorted in and folded together. Whether an event was seen before is
 * found by comparing packed keys: one by one while there are few, by a hash table beyond.
 */
@NullMarked
package org.gapwatch.alerts.statement;

import org.jspecify.annotations.NullMarked;
