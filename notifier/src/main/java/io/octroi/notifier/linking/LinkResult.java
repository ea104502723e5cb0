package io.octroi.notifier.linking;

import java.util.List;

/** What became of a start token. */
public sealed interface LinkResult {
  /**
   * The account is the customer's from now on, or has been before.
   *
   * @param cut links that ended with it
   */
  record Linked(String customerId, List<AccountLink> cut) implements LinkResult {}

  /** The token is worth nothing, or not to this account. */
  record Refused(String code) implements LinkResult {}
}
