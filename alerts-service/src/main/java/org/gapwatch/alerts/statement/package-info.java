/**
 * The statements of a capability, entity by entity.
 *
 * <p>
 * In: events, in any order, any number of times. Out: into the ledger, what each changes in its entity's amounts. Start
 * with {@link org.gapwatch.alerts.statement.Statements}.
 *
 * <p>
 * Statements are the bulk of all state and are hardly ever looked at again, so they are kept packed, about 20 bytes each
 * ({@link org.gapwatch.alerts.statement.EventPacker}). Most orders have few statements: each is one array of bytes, folded
 * anew from them whenever a statement comes, early or late ({@link org.gapwatch.alerts.statement.SmallOrder}). Lines,
 * reference output and orders of many statements are objects with a fold up to the last event; what comes late there waits
 * until someone asks, and is then sorted in and folded together. Whether an event was seen before is found by comparing
 * packed keys: one by one while there are few, by a hash table beyond
 * (docs/decisions/0012-what-a-statement-takes.md).
 */
@NullMarked
package org.gapwatch.alerts.statement;

import org.jspecify.annotations.NullMarked;
