package io.octroi.operations.reconciliation;

/** A comparison cannot be made now; the message is a stable code. */
public final class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CheckFailedException(String code, Throwable cause) {
    super(code, cause);
  }

  public CheckFailedException(String code) {
    super(code);
  }
}
