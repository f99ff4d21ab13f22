package org.gapwatch.local.client;

import java.util.List;

/**
 * What became of one line of a file.
 *
 * @param line counted from 1
 * @param id the event's id, or empty where it could not be read
 * @param problems why it was rejected; none: accepted
 */
public record LineResult(long line, String id, List<LineProblem> problems) {

    /** One problem: where (a JSON Pointer), its code, and what to do. */
    public record LineProblem(String pointer, String code, String detail) {
    }

    public boolean accepted() {
        return problems.isEmpty();
    }
}
