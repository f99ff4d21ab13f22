package org.gapwatch.border.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.fold.MonthAmounts;
import org.jspecify.annotations.Nullable;

/**
 * One entity, folded.
 *
 * @param capability its capability
 * @param id its own id
 * @param updatedAt the time of its latest statement
 * @param labels what informs people, by name
 * @param amounts what its statements amount to by month, as of all that is stated: of lines and reference output the
 *            step of each month, of orders what is outstanding by due month; whole thousandths
 * @param statements its statements, in statement order, each event once; none in a list
 */
public record Entity(String capability, String id, Instant updatedAt, Map<String, String> labels, MonthAmounts amounts,
        List<StatementView> statements) {

    /** The label of that name, or null where it has none. */
    public @Nullable String label(String name) {
        return labels.get(name);
    }
}
