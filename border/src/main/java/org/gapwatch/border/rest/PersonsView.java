package org.gapwatch.border.rest;

import java.util.Set;
import org.gapwatch.contract.codec.Problem;

/** Tells a problem of an event to the person who sent a body, where its data are the body itself. */
final class PersonsView {

    private static final String DATA = "/data";

    private PersonsView() {
    }

    /**
     * The problem with a pointer into the body; where it lies in the address or a header, the detail says so.
     *
     * @param address the fields of the data that the address says
     */
    static Problem of(Problem problem, Set<String> address) {
        String pointer = problem.pointer();
        if (pointer.equals("/id")) {
            return new Problem("", problem.code(), Statements.IDEMPOTENCY_KEY + ": " + problem.detail());
        }
        if (!pointer.equals(DATA) && !pointer.startsWith(DATA + "/")) {
            return problem;
        }
        String inBody = pointer.substring(DATA.length());
        return !inBody.isEmpty() && address.contains(inBody.substring(1))
                ? new Problem("", problem.code(), inBody.substring(1) + " in the address: " + problem.detail())
                : new Problem(inBody, problem.code(), problem.detail());
    }
}
