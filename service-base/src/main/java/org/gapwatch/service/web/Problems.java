package org.gapwatch.service.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes exceptions that are answered as RFC 9457 problem details. */
public final class Problems {

    private Problems() {
    }

    /** A problem detail with that status and a sentence that says what is wrong and what to do. */
    public static ProblemDetail detail(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    /** To throw: answered with that status and detail. */
    public static ErrorResponseException exception(HttpStatus status, String detail) {
        return new ErrorResponseException(status, detail(status, detail), null);
    }

    /** To throw where a query parameter is not usable: 400, with the parameter's name as {@code parameter}. */
    public static ErrorResponseException badParameter(String parameter, String detail) {
        var problem = detail(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("parameter", parameter);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    /** To throw where there is no such thing: 404. */
    public static ErrorResponseException notFound(String detail) {
        return exception(HttpStatus.NOT_FOUND, detail);
    }
}
