package io.octroi.notifier.linking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes of an account that shows a start token. */
sealed interface LinkDecision {

  /** The account becomes the customer's. */
  record Link(String customerId) implements LinkDecision {}

  /** It is theirs already. */
  record Confirm(String customerId) implements LinkDecision {}

  /**
   * The account takes the place of others.
   *
   * @param cut links that end with it
   */
  record Replace(String customerId, List<AccountLink> cut) implements LinkDecision {}

  /**
   * Nothing changes.
   *
   * @param customerId whose token it is; empty for a token that nobody was given
   */
  record Refuse(String customerId, Refusal refusal) implements LinkDecision {}

  /** Why an account is not linked. */
  enum Refusal {
    /** Nobody was given this token, or so long ago that it is forgotten. */
    TOKEN_UNKNOWN,
    TOKEN_EXPIRED,
    /** Another account used it first. */
    TOKEN_USED,
    /** The customer has another account. */
    CUSTOMER_LINKED_ELSEWHERE,
    /** The account is another customer's. */
    ACCOUNT_LINKED_ELSEWHERE;

    /** Whether somebody may have been given what was not meant for them. */
    boolean isConflict() {
      return this == CUSTOMER_LINKED_ELSEWHERE || this == ACCOUNT_LINKED_ELSEWHERE;
    }
  }

  /**
   * Decides.
   *
   * @param token as it was issued; empty for one nobody knows
   * @param ofCustomer the link of the token's customer
   * @param ofAccount the link of the account that shows it
   */
  static LinkDecision of(
      Optional<IssuedToken> token,
      Optional<AccountLink> ofCustomer,
      Optional<AccountLink> ofAccount,
      long telegramUserId,
      RelinkPolicy policy,
      Instant now) {
    if (token.isEmpty()) {
      return new Refuse("", Refusal.TOKEN_UNKNOWN);
    }
    String customer = token.get().customerId();
    if (ofCustomer.isPresent() && ofCustomer.get().telegramUserId() == telegramUserId) {
      // Pressing the button twice is no theft, whatever became of the token by then.
      return new Confirm(customer);
    }
    if (token.get().usedBy().isPresent()) {
      return new Refuse(customer, Refusal.TOKEN_USED);
    }
    if (!now.isBefore(token.get().expiresAt())) {
      return new Refuse(customer, Refusal.TOKEN_EXPIRED);
    }
    if (ofCustomer.isEmpty() && ofAccount.isEmpty()) {
      return new Link(customer);
    }
    return switch (policy) {
      case REFUSE ->
          new Refuse(
              customer,
              ofCustomer.isPresent()
                  ? Refusal.CUSTOMER_LINKED_ELSEWHERE
                  : Refusal.ACCOUNT_LINKED_ELSEWHERE);
      case REPLACE ->
          new Replace(
              customer, Stream.of(ofCustomer, ofAccount).flatMap(Optional::stream).toList());
    };
  }
}
