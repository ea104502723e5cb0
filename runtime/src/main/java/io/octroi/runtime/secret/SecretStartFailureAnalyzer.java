package io.octroi.runtime.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line, instead of a stack trace, which secret keeps a service from starting. */
final class SecretStartFailureAnalyzer extends AbstractFailureAnalyzer<SecretStartException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SecretStartException cause) {
    return new FailureAnalysis(
        cause.getMessage() + ".",
        "Put the secret right, or the setting that names it; docs/operations.md says how.",
        cause);
  }
}
