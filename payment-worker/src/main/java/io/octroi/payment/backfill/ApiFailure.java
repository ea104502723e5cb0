package io.octroi.payment.backfill;

/** A provider's API did not give what was asked for; asking again later may help. */
final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason a stable code such as {@code unavailable}; never a part of an answer
   */
  public ApiFailure(String reason) {
    super("the provider's API gave no answer: " + reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
