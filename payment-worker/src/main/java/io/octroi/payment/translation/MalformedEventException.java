package io.octroi.payment.translation;

/**
 * An event that says less, or something else, than its type promises. Never leaves a translator.
 */
public final class MalformedEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason a stable code such as {@code bad_amount}; no part of the event
   */
  public MalformedEventException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
