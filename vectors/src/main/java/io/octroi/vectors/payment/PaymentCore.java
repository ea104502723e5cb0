package io.octroi.vectors.payment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.api.ApiAnswer;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.api.ProviderSettings;
import io.octroi.payment.api.ProvidersProperties;
import io.octroi.payment.confirmation.Rehearsal;
import io.octroi.payment.hyperpay.HyperPayTranslator;
import io.octroi.payment.hyperpay.ResultClass;
import io.octroi.payment.mtnmomo.MtnMomoTranslator;
import io.octroi.payment.orangemoney.OrangeMoneyTranslator;
import io.octroi.payment.order.Order;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.PhoneProperties;
import io.octroi.payment.translation.Translation.Unreadable;
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import io.octroi.payment.translation.Translators;
import io.octroi.runtime.secret.SecretVersion;
import io.octroi.vectors.file.VectorCase;
import io.octroi.vectors.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the payment worker that decides, without the part that keeps: translators, the
 * clients of the providers' APIs, and the decision about what a hint is worth.
 */
public final class PaymentCore implements AutoCloseable {
  private static final String CREDENTIALS =
      """
      {"api_user":"u","api_key":"k","subscription_key":"s","client_id":"i","client_secret":"s",
       "secret_key":"k","access_token":"t"}\
      """;
  private static final String MALFORMED = "malformed";

  private final Translators translators;
  private final ProviderStandIn provider;
  private final Clock clock;

  /**
   * A core that asks a stand-in.
   *
   * @param clock the case's
   */
  public PaymentCore(Clock clock) {
    TranslationProperties settings =
        new TranslationProperties(
            List.of("customer_id"),
            List.of("plan_code"),
            List.of("language"),
            List.of("telegram_user_id"),
            new PhoneProperties(List.of("phone"), null),
            Map.of(),
            false,
            true,
            1_048_576);
    this.translators =
        new Translators(
            List.of(
                new MtnMomoTranslator(settings),
                new OrangeMoneyTranslator(settings),
                new HyperPayTranslator(settings)));
    this.provider = new ProviderStandIn(clock);
    this.clock = clock;
  }

  /** What a hint comes to, given our order and the provider's answer. */
  public Verdict confirm(VectorCase vector, VerifiedWebhook hint) {
    Optional<Translator> translator = translators.of(hint.provider());
    if (translator.isEmpty()) {
      return new Verdict.Broken("nobody reads the webhooks of " + hint.provider());
    }
    provider.answer(vector.surroundings().answer());
    List<Order> orders =
        vector.surroundings().order().map(json -> KnownOrder.of(json, hint)).stream().toList();
    var verdict =
        Rehearsal.of(
            hint,
            translator.get(),
            orders,
            question ->
                apis(hint)
                    .of(hint.endpoint())
                    .map(api -> api.ask(question))
                    .orElseGet(() -> new ApiAnswer.Refused("no_api")));
    return verdict == io.octroi.payment.confirmation.Verdict.VALID
        ? new Verdict.Valid("")
        : new Verdict.Invalid(verdict.code().replace('_', '-'));
  }

  /** The class of a result code that a payment's notification told. */
  public Verdict classify(String code, VerifiedWebhook notification) {
    boolean read =
        translators
            .of(notification.provider())
            .map(translator -> translator.translate(notification))
            .filter(meaning -> !(meaning instanceof Unreadable))
            .isPresent();
    try {
      String word = ResultClass.of(code).name().toLowerCase(Locale.ROOT);
      return read
          ? new Verdict.Classified(word)
          : new Verdict.Broken(word + ", and its notification cannot be read");
    } catch (MalformedEventException e) {
      return read
          ? new Verdict.Broken("a malformed code in a notification that is read")
          : new Verdict.Classified(MALFORMED);
    }
  }

  /** Made anew for each case: nothing that one case broke is held against the next. */
  private ProviderApis apis(VerifiedWebhook hint) {
    ProviderSettings settings =
        new ProviderSettings(
            hint.provider(),
            provider.uri().toString(),
            "",
            "credentials",
            "sandbox",
            Duration.ofMinutes(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            2,
            Duration.ofMillis(1),
            Duration.ofMillis(100),
            1_048_576,
            60_000,
            1_000,
            Duration.ofMillis(1));
    return ProviderApis.open(
        new ProvidersProperties(Map.of(hint.endpoint(), settings)),
        _ -> List.of(new SecretVersion("v0", CREDENTIALS)),
        clock,
        new SimpleMeterRegistry());
  }

  @Override
  public void close() {
    provider.close();
  }
}
