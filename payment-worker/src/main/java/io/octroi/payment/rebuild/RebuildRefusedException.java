package io.octroi.payment.rebuild;

/** A rebuild cannot be done; the message is a stable code. */
final class RebuildRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RebuildRefusedException(String code) {
    super(code);
  }

  RebuildRefusedException(String code, Throwable cause) {
    super(code, cause);
  }
}
