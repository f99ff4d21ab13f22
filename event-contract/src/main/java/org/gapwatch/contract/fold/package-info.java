/**
 * How an entity's statements fold into amounts by month (docs/gap-model.md, "Entities, and how their statements are folded").
 *
 * In: an entity's statements, in statement order. Out: {@link org.gapwatch.contract.fold.MonthAmounts}, which sums over
 * entities by plain addition. A fold is a small mutable object that costs the same per statement however many came
 * before. Start with {@link org.gapwatch.contract.fold.EntityFold}.
 */
@NullMarked
package org.gapwatch.contract.fold;

import org.jspecify.annotations.NullMarked;
