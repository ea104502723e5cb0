package io.octroi.payment.flutterwave;

import io.octroi.contracts.Money;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Canceled;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.Amounts;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.ShopReference;
import io.octroi.payment.translation.Translation;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Charges: the same object in webhooks, in answers and in lists. */
final class FlutterwaveCharges {
  private final String provider;
  private final Claims claims;

  FlutterwaveCharges(String provider, Claims claims) {
    this.provider = provider;
    this.claims = claims;
  }

  Translation translate(Instant at, ProviderObject charge) {
    Money amount = amount(charge);
    PaymentFact fact =
        switch (charge.word("status")) {
          case "successful", "succeeded" -> new Succeeded(amount, AmountSource.PAYMENT);
          case "failed" -> new Failed(amount, "charge_failed");
          case "cancelled", "voided" -> new Canceled(amount, "canceled");
          case "pending", "processing", "new" -> new Pending(amount);
          default -> throw new MalformedEventException("bad_status");
        };
    return told(at, charge, fact);
  }

  Translation failed(Instant at, ProviderObject charge) {
    return told(at, charge, new Failed(amount(charge), "charge_failed"));
  }

  private Translation told(Instant at, ProviderObject charge, PaymentFact fact) {
    ShopReference shop =
        claims.shopReference(charge.text("tx_ref").or(() -> charge.text("reference")));
    Claim claim =
        shop.claim()
            .orElse(claims.metadata(charge.at("meta")))
            .orElse(claims.metadata(charge.at("meta_data")))
            .orElse(claims.reachedBy(Stream.of(charge.text("customer", "email")), Optional.empty()))
            .orElse(claims.calledAt(Stream.of(charge.text("customer", "phone_number"))));
    return new Meaning(provider, at)
        .reference(ReferenceKind.CHARGE, charge.required("id"))
        .reference(ReferenceKind.PAYMENT, shop.order())
        .fact(fact)
        .claim(claim)
        .understood();
  }

  private static Money amount(ProviderObject charge) {
    return Amounts.mainUnit(charge.at("amount"), charge.at("currency"));
  }
}
