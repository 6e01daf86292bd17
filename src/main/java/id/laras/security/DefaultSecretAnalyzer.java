package id.laras.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says the one sentence instead of a stack trace. */
class DefaultSecretAnalyzer extends AbstractFailureAnalyzer<DefaultSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DefaultSecret cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
