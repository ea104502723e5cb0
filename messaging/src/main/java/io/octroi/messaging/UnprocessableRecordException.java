package io.octroi.messaging;

/** A record that can be read and that no retry will make acceptable. */
public final class UnprocessableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason a stable code such as {@code unknown_currency}; goes into a header
   * @param message for people; holds no part of the record's value
   */
  public UnprocessableRecordException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
