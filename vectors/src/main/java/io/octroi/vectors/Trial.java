package io.octroi.vectors;

import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.vectors.file.Expectation;
import io.octroi.vectors.file.VectorCase;
import io.octroi.vectors.gateway.GatewayUnderTest;
import io.octroi.vectors.gateway.Outcome;
import io.octroi.vectors.payment.PaymentCore;
import io.octroi.vectors.verdict.Verdict;
import java.util.Arrays;

/** The way of a case: over the gateway and, where a provider has to be asked, beyond it. */
record Trial(GatewayUnderTest gateway, PaymentCore payments) {

  /** Whatever goes wrong with a case is the case's verdict: the next one is tried all the same. */
  Verdict of(VectorCase vector) {
    try {
      return verdict(vector, gateway.send(vector));
    } catch (RuntimeException e) {
      return new Verdict.Broken("failed with " + e);
    }
  }

  private Verdict verdict(VectorCase vector, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Published(VerifiedWebhook webhook) -> published(vector, webhook);
      case Outcome.Present _ -> new Verdict.Valid("");
      case Outcome.Refused(String reason) -> refused(vector, reason);
      case Outcome.NotStarted(String reason) ->
          vector.expectation().misconfigured()
              ? new Verdict.Invalid("misconfigured-secret")
              : new Verdict.Broken("no gateway starts with this endpoint: " + reason);
      case Outcome.Broken(String what) -> new Verdict.Broken(what);
    };
  }

  /** A code that is none may be refused as early as at the gate. */
  private static Verdict refused(VectorCase vector, String reason) {
    return vector.resultCode().isPresent() && reason.startsWith("malformed")
        ? new Verdict.Classified("malformed")
        : new Verdict.Invalid(reason);
  }

  private Verdict published(VectorCase vector, VerifiedWebhook webhook) {
    byte[] content = vector.expectation().plaintext().orElse(vector.request().body());
    boolean opened = !webhook.provenance().sealedSha256().isEmpty();
    boolean comparable = !opened || vector.expectation().plaintext().isPresent();
    if (comparable && !Arrays.equals(content, webhook.body())) {
      return new Verdict.Broken("published other bytes than the provider's");
    }
    if (vector.resultCode().isPresent()) {
      return payments.classify(vector.resultCode().get(), webhook);
    }
    return webhook.trust() == Trust.HINT && vector.surroundings().knowsOrders()
        ? payments.confirm(vector, webhook)
        : new Verdict.Valid(remark(vector.expectation(), webhook));
  }

  private static String remark(Expectation expected, VerifiedWebhook webhook) {
    String id = other("event id", expected.eventId(), webhook.eventId());
    return id.isEmpty() ? other("event type", expected.eventType(), webhook.eventType()) : id;
  }

  private static String other(String what, String expected, String actual) {
    return expected.isEmpty() || expected.equals(actual)
        ? ""
        : what + " " + actual + ", the file says " + expected;
  }
}
