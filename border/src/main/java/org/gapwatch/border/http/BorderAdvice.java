package org.gapwatch.border.http;

import org.gapwatch.border.submit.NotWrittenException;
import org.gapwatch.service.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what only the border can fail at. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BorderAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(BorderAdvice.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notWritten(NotWrittenException e) {
        LOG.warn("A request was not written: {}", e.getCause() == null ? e.getMessage() : e.getCause().toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.detail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage())));
    }
}
