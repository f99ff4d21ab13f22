/**
 * The read model of the entities: every line, order or reference output with all its statements, in MongoDB.
 *
 * In: canonical topics. Out: lists by filter, order and cursor; one entity, folded when it is asked for. Writing an event
 * costs the same however long its entity's history is: a document keeps the latest statements and leaves full pieces
 * behind. Start with {@link org.gapwatch.border.entity.EntityProjection}, then
 * {@link org.gapwatch.border.entity.Entities}.
 */
@NullMarked
package org.gapwatch.border.entity;

import org.jspecify.annotations.NullMarked;
