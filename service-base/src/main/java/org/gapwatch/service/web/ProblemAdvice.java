package org.gapwatch.service.web;

import com.mongodb.MongoException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every exception of a request with a problem detail, and takes empty parameters for absent ones. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "5";

    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        var problem = Problems.badParameter(name, "%s is \"%s\", but must be %s.".formatted(name, mismatch.getValue(),
                expected(mismatch.getRequiredType())));
        return handleExceptionInternal(problem, problem.getBody(), headers, HttpStatus.BAD_REQUEST, request);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another form";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString)
                    .collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-23";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a whole number" : "of another form";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException missing,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Problems.detail(HttpStatus.NOT_FOUND,
                "There is nothing at this address. /openapi.yaml tells what there is.");
        return handleExceptionInternal(missing, problem, headers, status, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseAway(MongoException e) {
        LOG.warn("A request failed for want of MongoDB: {}", e.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.detail(HttpStatus.SERVICE_UNAVAILABLE,
                        "The database cannot be reached just now. Try again in a few seconds."));
    }

    /** A body that cannot be read to its end, such as one whose chunks are none. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notHttp(BadRequestException e) {
        return ResponseEntity.badRequest().body(Problems.detail(HttpStatus.BAD_REQUEST,
                "The request's body is not HTTP as the server knows it. Send it with a Content-Length."));
    }

    /** A query that is no text. What it says is not told: the exception's message has it decoded, line feeds and all. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAQuery(InvalidParameterException e) {
        return ResponseEntity.badRequest().body(Problems.detail(HttpStatus.BAD_REQUEST,
                "The query is not UTF-8, percent-encoded. Encode each character that is not a letter or digit."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        LOG.error("A request failed unexpectedly", e);
        return ResponseEntity.internalServerError().body(Problems.detail(HttpStatus.INTERNAL_SERVER_ERROR,
                "The request failed for a reason of ours, which the service's log tells."));
    }
}
