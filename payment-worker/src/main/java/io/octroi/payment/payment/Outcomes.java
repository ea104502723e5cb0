package io.octroi.payment.payment;

import io.octroi.contracts.Money;
import io.octroi.payment.payment.PaymentFact.Authorised;
import io.octroi.payment.payment.PaymentFact.Canceled;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Outcome;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payment's events say about whether the money came. */
final class Outcomes {
  /** At the same second a failure follows the beginning it is the end of. */
  private static final Comparator<Word> NEWEST =
      Comparator.comparing(Word::at)
          .thenComparing(w -> w.fact() instanceof Failed)
          .thenComparing(Word::eventId);

  /** The best source's amount; among equals the largest, because collections add up. */
  private static final Comparator<Succeeded> BEST_AMOUNT =
      Comparator.comparing(Succeeded::source)
          .thenComparing(s -> s.amount().minorUnits(), Comparator.reverseOrder())
          .thenComparing(s -> s.amount().currency().getCurrencyCode());

  private final List<Word> words;

  private Outcomes(List<Word> words) {
    this.words = words;
  }

  static Outcomes of(List<Evidence> evidence) {
    return new Outcomes(
        evidence.stream()
            .flatMap(e ->
                e.facts().stream()
                    .filter(Outcome.class::isInstance)
                    .map(f -> new Word(e.at(), e.eventId(), (Outcome) f)))
            .toList());
  }

  boolean any() {
    return !words.isEmpty();
  }

  boolean succeeded() {
    return words.stream().anyMatch(w -> w.fact() instanceof Succeeded);
  }

  /** Without a success: whether the payment was given up, or the newest word is a failure. */
  boolean failed() {
    return words.stream().anyMatch(w -> w.fact() instanceof Canceled)
        || words.stream().max(NEWEST).filter(w -> w.fact() instanceof Failed).isPresent();
  }

  @Nullable Instant paidAt() {
    return words.stream()
        .filter(w -> w.fact() instanceof Succeeded)
        .map(Word::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  @Nullable Money amount() {
    return successes().stream().min(BEST_AMOUNT).map(Succeeded::amount).orElseGet(this::asked);
  }

  boolean currenciesDiffer() {
    return successes().stream().map(s -> s.amount().currency()).distinct().count() > 1;
  }

  private List<Succeeded> successes() {
    return words.stream()
        .map(Word::fact)
        .filter(Succeeded.class::isInstance)
        .map(Succeeded.class::cast)
        .toList();
  }

  private @Nullable Money asked() {
    return words.stream()
        .sorted(NEWEST.reversed())
        .map(w -> asked(w.fact()))
        .filter(m -> m != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Money asked(Outcome outcome) {
    return switch (outcome) {
      case Pending p -> p.asked();
      case Authorised a -> a.asked();
      case Failed f -> f.asked();
      case Canceled c -> c.asked();
      case Succeeded s -> s.amount();
    };
  }

  private record Word(Instant at, String eventId, Outcome fact) {}
}
