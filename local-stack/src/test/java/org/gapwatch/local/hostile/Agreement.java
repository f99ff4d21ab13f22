package org.gapwatch.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.local.hostile.Sending.Record;
import tools.jackson.databind.JsonNode;

/**
 * That code and schemas find the same in an event: each problem of the code's, but for the border's own, is an error of
 * the schema's in the same place, and each error is a problem. Where the border alone finds something, a schema may read
 * what stands there as it likes.
 */
final class Agreement {

    /** What a schema tells of the object that has or should have it, and not of the member. */
    private static final Set<ProblemCode> OF_THE_PARENT = EnumSet.of(ProblemCode.ATTRIBUTE_MISSING,
            ProblemCode.ATTRIBUTE_NAME, ProblemCode.DATA_MISSING, ProblemCode.FIELD_MISSING);

    private final Schemas schemas = new Schemas();

    /** Fails where they differ; false where the event is no JSON that a schema could be asked about. */
    boolean holds(Record record, Reading reading) {
        List<Problem> problems = switch (reading) {
            case Reading.Accepted _ -> List.of();
            case Reading.Rejected(_, _, var found) -> found;
        };
        JsonNode event = StructuredForm.of(record);
        if (event == null) {
            assertThat(problems).anyMatch(problem -> problem.code().borderOnly());
            return false;
        }
        List<Schemas.Finding> errors = schemas.errors(event);
        for (Problem problem : problems) {
            if (!problem.code().borderOnly() && !isUnsure(problem, problems)) {
                assertThat(errors).as("errors for %s in %s", problem, event)
                        .anyMatch(error -> isOf(error, problem));
            }
        }
        for (Schemas.Finding error : errors) {
            assertThat(problems).as("problems for %s in %s", error, event)
                    .anyMatch(problem -> isOf(error, problem) || isWithin(error.pointer(), problem.pointer()));
        }
        return true;
    }

    private static boolean isUnsure(Problem problem, List<Problem> problems) {
        // A header of this name is no attribute, and has no place beside the data.
        return problem.code() == ProblemCode.ATTRIBUTE_NAME && problem.pointer().equals("/data")
                || problems.stream().anyMatch(
                        other -> other.code().borderOnly() && isWithin(problem.pointer(), other.pointer()));
    }

    private static boolean isOf(Schemas.Finding error, Problem problem) {
        String pointer = problem.pointer();
        return error.isAnywhere() || error.pointer().equals(pointer) || OF_THE_PARENT.contains(problem.code())
                && error.pointer().equals(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }

    private static boolean isWithin(String pointer, String other) {
        return pointer.equals(other) || pointer.startsWith(other + "/");
    }
}
