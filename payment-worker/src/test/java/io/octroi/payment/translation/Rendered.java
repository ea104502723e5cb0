package io.octroi.payment.translation;

import io.octroi.contracts.Contact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.PaymentFact.Claimed;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Understood;
import io.octroi.payment.translation.Translation.Unreadable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A translation as lines of text, with the contact details that {@code toString} hides. */
public final class Rendered {
  private Rendered() {}

  public static String of(Translation translation) {
    return switch (translation) {
      case Nothing(String reason) -> "nothing: " + reason + "\n";
      case Unreadable(String reason) -> "unreadable: " + reason + "\n";
      case Understood understood -> lines(understood);
    };
  }

  private static String lines(Understood meaning) {
    return Stream.of(
            Stream.of("at " + meaning.at()),
            meaning.references().stream()
                .map(r -> "reference " + r.kind().storedName() + " " + r.value()),
            meaning.facts().stream()
                .map(f -> f instanceof Claimed(Claim claim) ? "claimed " + claim(claim) : "" + f),
            meaning.agreements().stream().map(Object::toString),
            meaning.claims().stream()
                .map(c -> "subject " + c.subject() + " is " + claim(c.claim())))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String claim(Claim claim) {
    Contact contact = claim.contact();
    return "customer "
        + (claim.customerId() == null ? "-" : claim.customerId() + "/" + claim.customerSource())
        + ", plan "
        + (claim.planCode() == null ? "-" : claim.planCode() + "/" + claim.planSource())
        + ", email "
        + contact.email()
        + ", language "
        + contact.language()
        + ", telegram "
        + contact.telegramUserId()
        + (contact.phone() == null ? "" : ", phone " + contact.phone());
  }
}
