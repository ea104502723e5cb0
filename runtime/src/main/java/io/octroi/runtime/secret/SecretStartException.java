package io.octroi.runtime.secret;

/** A service must not start, for want of a secret or because one lies open. Quotes no value. */
final class SecretStartException extends RuntimeException {

  SecretStartException(String message) {
    super(message);
  }
}
