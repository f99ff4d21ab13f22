package org.gapwatch.service;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells why a service cannot start as a message to people, in place of a stack trace. */
class UnusableSetupAnalyzer extends AbstractFailureAnalyzer<UnusableSetupException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSetupException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
