package io.octroi.runtime.secret;

/** A secret cannot be had; a later attempt may succeed. Its message never quotes the secret. */
public class SecretUnavailableException extends RuntimeException {

  public SecretUnavailableException(String message) {
    super(message);
  }

  public SecretUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
