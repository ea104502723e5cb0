package io.octroi.runtime.secret;

/** A secret cannot be had; a later attempt may succeed. Its message never quotes the secret. */
public class SecretUnavailableException extends RuntimeException {
  private final boolean forNow;

  public SecretUnavailableException(String message) {
    super(message);
    this.forNow = false;
  }

  public SecretUnavailableException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private SecretUnavailableException(String message, Throwable cause, boolean forNow) {
    super(message, cause);
    this.forNow = forNow;
  }

  /** One that may pass by itself. */
  static SecretUnavailableException forNow(String message, Throwable cause) {
    return new SecretUnavailableException(message, cause, true);
  }

  /** Whether asking again may help though nobody does anything. */
  boolean isForNow() {
    return forNow;
  }
}
