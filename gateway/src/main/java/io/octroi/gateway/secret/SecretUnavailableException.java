package io.octroi.gateway.secret;

/** A secret cannot be had; a later attempt may succeed. Its message never quotes the secret. */
class SecretUnavailableException extends RuntimeException {

  SecretUnavailableException(String message) {
    super(message);
  }

  SecretUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
