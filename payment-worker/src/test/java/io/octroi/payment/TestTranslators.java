package io.octroi.payment;

import io.octroi.contracts.Money;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.Inquiry;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Understood;
import io.octroi.payment.translation.Translator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads MTN's answers, as long as the worker itself has no translator for them. */
@TestConfiguration(proxyBeanMethods = false)
class TestTranslators {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Bean
  @ConditionalOnMissingClass("io.octroi.payment.mtnmomo.MtnMomoTranslator")
  Translator momoOfTheTest() {
    return new Translator() {
      @Override
      public String provider() {
        return "mtn_momo";
      }

      @Override
      public Translation translate(VerifiedWebhook webhook) {
        JsonNode answer = JSON.readTree(webhook.body());
        Money amount =
            Money.ofDecimal(answer.path("amount").asString(), answer.path("currency").asString());
        PaymentFact fact =
            answer.path("status").asString().equals("SUCCESSFUL")
                ? new Succeeded(amount, AmountSource.PAYMENT)
                : new Failed(amount, "failed");
        Reference name = new Reference("mtn_momo", ReferenceKind.PAYMENT, webhook.orderingKey());
        return new Understood(
            webhook.occurredAt(), List.of(name), List.of(fact), List.of(), List.of());
      }

      @Override
      public Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
        return webhook.trust().believable()
            ? Optional.empty()
            : Optional.of(new Inquiry("payment", webhook.orderingKey(), webhook.occurredAt()));
      }
    };
  }
}
