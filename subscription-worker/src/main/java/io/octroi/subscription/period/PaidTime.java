package io.octroi.subscription.period;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Time that a payment paid for.
 *
 * @param name what the payment is called at its provider; unlike our id it does not depend on when
 *     we first heard of the payment
 * @param paidAt when the money was there
 * @param days how much was paid for, in days of 24 hours
 * @param held when it may not be used, in any order; a hold without an end ends at {@link
 *     Instant#MAX}
 */
public record PaidTime(UUID paymentId, String name, Instant paidAt, int days, List<Span> held) {
  /**
   * The order in which paid time is used: by payment time, and by name where two were paid at the
   * same instant, so that it is the same whichever of them was heard of first.
   */
  static final Comparator<PaidTime> ORDER =
      Comparator.comparing(PaidTime::paidAt)
          .thenComparing(PaidTime::name)
          .thenComparing(PaidTime::paymentId);

  public PaidTime {
    held = List.copyOf(held);
  }

  public PaidTime(UUID paymentId, Instant paidAt, int days) {
    this(paymentId, "", paidAt, days, List.of());
  }

  /** Whether a hold on it has no end yet. */
  public boolean suspended() {
    return held.stream().anyMatch(span -> span.endsAt().equals(Instant.MAX));
  }

  /** The first instant from {@code instant} on at which it may be used; empty for never. */
  Optional<Instant> usableFrom(Instant instant) {
    Instant usable = instant.isAfter(paidAt) ? instant : paidAt;
    Optional<Span> hold = holdAt(usable);
    while (hold.isPresent()) {
      usable = hold.get().endsAt();
      if (usable.equals(Instant.MAX)) {
        return Optional.empty();
      }
      hold = holdAt(usable);
    }
    return Optional.of(usable);
  }

  /** When the next hold after {@code instant} begins; {@link Instant#MAX} where none does. */
  Instant nextHold(Instant instant) {
    return held.stream()
        .filter(span -> span.endsAt().isAfter(span.startsAt()))
        .map(Span::startsAt)
        .filter(start -> start.isAfter(instant))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private Optional<Span> holdAt(Instant instant) {
    return held.stream().filter(span -> span.covers(instant)).findFirst();
  }
}
