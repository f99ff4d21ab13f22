package org.gapwatch.border.submit;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.contract.rejection.Excerpt;

/**
 * An event that came over HTTP.
 *
 * @param reading what the contract's reader made of it
 * @param timeDefaulted whether its time was filled in
 * @param headers the request's headers that bear attributes, in binary mode
 * @param original the beginning of what was sent, asked for where it is rejected
 * @param told how a problem is told to who sent it: where in the original it lies
 */
public record Submission(Reading reading, boolean timeDefaulted, Map<String, String> headers,
        Supplier<Excerpt> original, UnaryOperator<Problem> told) {

    /** A CloudEvent as it came. */
    public Submission(Reading reading, Map<String, String> headers, Supplier<Excerpt> original) {
        this(reading, false, headers, original, UnaryOperator.identity());
    }
}
