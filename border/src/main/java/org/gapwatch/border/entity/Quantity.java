package org.gapwatch.border.entity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gapwatch.contract.Thousandths;

/**
 * A quantity as JSON: a decimal number in its shortest form.
 *
 * @param decimal its text, such as {@code 12.5}
 */
public record Quantity(@JsonValue @JsonRawValue String decimal) {

    /** Of whole thousandths. */
    public static Quantity of(long thousandths) {
        return new Quantity(Thousandths.format(thousandths));
    }
}
