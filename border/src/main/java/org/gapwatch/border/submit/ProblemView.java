package org.gapwatch.border.submit;

import java.util.List;
import org.gapwatch.contract.codec.Problem;

/** A problem as JSON: where, which kind, and what to do. */
public record ProblemView(String pointer, String code, String detail) {

    /** The problems as JSON, in order. */
    public static List<ProblemView> of(List<Problem> problems) {
        return problems.stream().map(problem -> new ProblemView(problem.pointer(), problem.code().code(),
                problem.detail())).toList();
    }
}
