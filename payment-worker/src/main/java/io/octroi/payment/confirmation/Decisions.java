package io.octroi.payment.confirmation;

import io.octroi.contracts.Money;
import io.octroi.payment.api.ApiAnswer;
import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Refused;
import io.octroi.payment.api.ApiAnswer.Unavailable;
import io.octroi.payment.api.ApiAnswer.Unknown;
import io.octroi.payment.confirmation.Finding.Status;
import io.octroi.payment.confirmation.Notice.Body;
import io.octroi.payment.confirmation.Notice.Claimed;
import io.octroi.payment.order.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** Decides what a claim is worth, given what we asked for and what the provider answers. */
final class Decisions {
  private static final String ORANGE = "orange_money";

  private Decisions() {}

  /**
   * What a hint is worth before anyone is asked; empty where the provider has to be asked. What
   * nobody ordered is never asked about, so that strangers cannot make us call out.
   */
  static Optional<Verdict> beforeAsking(String provider, Notice notice, Optional<Order> order) {
    if (order.isEmpty()) {
      return Optional.of(Verdict.UNKNOWN_ORDER);
    }
    if (order.get().state() == Order.State.PAID) {
      return Optional.of(Verdict.ALREADY_PROCESSED);
    }
    return provider.equals(ORANGE) ? token(notice, order.get()) : Optional.empty();
  }

  private static Optional<Verdict> token(Notice notice, Order order) {
    if (notice.body() != Body.READABLE) {
      return Optional.of(notice.body() == Body.EMPTY ? Verdict.EMPTY_BODY : Verdict.MALFORMED_BODY);
    }
    if (notice.token().isEmpty() || order.notifTokenSha256().isEmpty()) {
      return Optional.of(Verdict.MISSING_TOKEN);
    }
    boolean same =
        MessageDigest.isEqual(
            Tokens.sha256(notice.token().get()).getBytes(StandardCharsets.US_ASCII),
            order.notifTokenSha256().getBytes(StandardCharsets.US_ASCII));
    return same ? Optional.empty() : Optional.of(Verdict.TOKEN_MISMATCH);
  }

  /**
   * What a claim is worth after the provider was asked.
   *
   * @param subject what was asked about
   * @param order what the answer is held against, if we know it
   */
  static Decision afterAsking(
      Subject subject, Claimed claimed, Optional<Order> order, ApiAnswer answer) {
    return switch (answer) {
      case Unknown _ -> Decision.again(Verdict.UNKNOWN_ORDER, Duration.ZERO, "unknown");
      case Unavailable(String reason, Duration after) ->
          Decision.again(Verdict.REQUERY_UNAVAILABLE, after, reason);
      case Refused(String reason) ->
          Decision.again(Verdict.REQUERY_UNAVAILABLE, Duration.ZERO, reason);
      case Answered(byte[] document) ->
          Documents.read(subject, document)
              .map(finding -> judge(subject.reference(), claimed, order, finding))
              .orElseGet(
                  () -> Decision.again(Verdict.REQUERY_UNAVAILABLE, Duration.ZERO, "garbled"));
    };
  }

  private static Decision judge(
      String reference, Claimed claimed, Optional<Order> order, Finding finding) {
    if ((!finding.id().isEmpty() && !finding.id().equals(reference))
        || order.filter(o -> speaksOfAnother(finding, o)).isPresent()) {
      return Decision.close(Verdict.REQUERY_DISAGREES, InquiryState.REFUTED);
    }
    return switch (finding.status()) {
      case PENDING -> Decision.again(Verdict.REQUERY_PENDING, Duration.ZERO, "pending");
      case FAILED ->
          claimed == Claimed.PAID
              ? Decision.pass(Verdict.REQUERY_DISAGREES, InquiryState.REFUTED, finding)
              : Decision.pass(Verdict.NOT_PAID, InquiryState.CONFIRMED, finding);
      case PAID ->
          order.filter(o -> tooLittle(finding, o)).isPresent()
              ? Decision.close(Verdict.AMOUNT_MISMATCH, InquiryState.MISMATCH)
              : Decision.pass(Verdict.VALID, InquiryState.CONFIRMED, finding);
    };
  }

  private static boolean speaksOfAnother(Finding finding, Order order) {
    return !finding.order().isEmpty()
        && !finding.order().equals(order.orderId())
        && !finding.order().equals(order.reference());
  }

  /** More than was asked is enough; an amount that cannot be read is none. Orange tells none. */
  private static boolean tooLittle(Finding finding, Order order) {
    if (order.provider().equals(ORANGE)) {
      return false;
    }
    Optional<Money> paid =
        finding.amount().filter(m -> m.currency().equals(order.asked().currency()));
    return paid.isEmpty() || paid.get().compareTo(order.asked()) < 0;
  }

  /** Whether the money came, as the answer's status says. */
  static boolean isPaid(Finding finding) {
    return finding.status() == Status.PAID;
  }
}
