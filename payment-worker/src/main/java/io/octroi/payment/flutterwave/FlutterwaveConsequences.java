package io.octroi.payment.flutterwave;

import io.octroi.contracts.AgreementStatus;
import io.octroi.contracts.Money;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.DisputeLost;
import io.octroi.payment.payment.PaymentFact.DisputeOpened;
import io.octroi.payment.payment.PaymentFact.DisputeWon;
import io.octroi.payment.payment.PaymentFact.Refund;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.RefundStatus;
import io.octroi.payment.translation.Amounts;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Refunds, chargebacks and ended subscriptions. Their ids are numbers of their own series, and are
 * prefixed so that none is taken for a charge's.
 */
final class FlutterwaveConsequences {
  private final String provider;

  FlutterwaveConsequences(String provider) {
    this.provider = provider;
  }

  /** A refund as the API shows it: its status decides. */
  Translation refund(Instant at, ProviderObject refund) {
    RefundStatus status =
        switch (refund.word("status")) {
          case "completed", "succeeded", "successful" -> RefundStatus.SUCCEEDED;
          case "failed" -> RefundStatus.FAILED;
          case "new", "pending", "processing" -> RefundStatus.PENDING;
          default -> throw new MalformedEventException("bad_refund_status");
        };
    return refund(at, refund, status);
  }

  Translation refund(Instant at, ProviderObject refund, RefundStatus status) {
    String id = "refund:" + refund.required("id");
    String charge = charge(refund);
    ProviderObject amount =
        Stream.of("amount_refunded", "AmountRefunded", "amount")
            .filter(refund::has)
            .findFirst()
            .map(refund::at)
            .orElseThrow(() -> new MalformedEventException("bad_amount"));
    return new Meaning(provider, at)
        .reference(ReferenceKind.REFUND, id)
        .reference(ReferenceKind.CHARGE, charge)
        .fact(new Refund(id, charge, Amounts.mainUnit(amount, refund.at("currency")), status))
        .understood();
  }

  Translation chargeback(Instant at, ProviderObject chargeback) {
    String id = "chargeback:" + chargeback.required("id");
    Money amount = Amounts.mainUnit(chargeback.at("amount"), chargeback.at("currency"));
    PaymentFact fact =
        switch (chargeback.word("status")) {
          case "won" -> new DisputeWon(id, amount);
          case "lost", "accepted" -> new DisputeLost(id, amount);
          default -> new DisputeOpened(id, amount);
        };
    return new Meaning(provider, at)
        .reference(ReferenceKind.DISPUTE, id)
        .reference(ReferenceKind.CHARGE, charge(chargeback))
        .fact(fact)
        .understood();
  }

  /** The third API's; it does not always say which subscription. */
  Translation canceled(Instant at, ProviderObject subscription) {
    return subscription
        .identifier("id")
        .map(id ->
            (Translation)
                new Meaning(provider, at)
                    .agreement(
                        new AgreementFact(
                            "subscription:" + id,
                            AgreementFact.Source.AGREEMENT,
                            AgreementStatus.CANCELED,
                            at,
                            null,
                            null))
                    .understood())
        .orElseGet(() -> new Nothing("no_agreement"));
  }

  private static String charge(ProviderObject object) {
    return object
        .identifier("charge_id")
        .or(() -> object.identifier("tx_id"))
        .or(() -> object.identifier("transaction_id"))
        .or(() -> object.identifier("TransactionId"))
        .or(() -> object.identifier("charge"))
        .orElseThrow(() -> new MalformedEventException("no_charge"));
  }
}
