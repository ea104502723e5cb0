package io.octroi.subscription.period;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's periods in one family of plans, laid end to end. The same payments give the same
 * periods in whatever order they are handed in: nothing is remembered from one fold to the next.
 *
 * @param periods in the order of payment; they overlap only where one was held
 * @param access when the customer is let in, in order of time and with breaks in between
 */
public record Timeline(List<Period> periods, List<Span> access) {
  /** Nothing paid. */
  public static final Timeline EMPTY = new Timeline(List.of(), List.of());

  public Timeline {
    periods = List.copyOf(periods);
    access = List.copyOf(access);
  }

  /**
   * Each payment's period starts when it was paid or, if that is later, where the last one ends.
   * Time in which a payment is held is used after the hold.
   */
  public static Timeline of(Collection<PaidTime> payments) {
    return Usage.of(payments);
  }

  /** The unbroken run of access that ends last; empty where nothing is paid. */
  public Optional<Span> lastRun() {
    return access.isEmpty() ? Optional.empty() : Optional.of(access.getLast());
  }

  /** Whether access lasts beyond {@code instant}. */
  public boolean endsAfter(Instant instant) {
    return !access.isEmpty() && access.getLast().endsAt().isAfter(instant);
  }

  public Optional<Period> periodOf(UUID paymentId) {
    return periods.stream().filter(period -> period.paymentId().equals(paymentId)).findFirst();
  }

  /** The period that ends last. */
  public Optional<Period> lastPeriod() {
    return periods.stream().max(Comparator.comparing(Period::endsAt));
  }

  /** The period that grants access at {@code instant}, or else the last one. */
  public Optional<Period> periodAt(Instant instant) {
    return periods.stream()
        .filter(period -> period.covers(instant))
        .findFirst()
        .or(this::lastPeriod);
  }
}
