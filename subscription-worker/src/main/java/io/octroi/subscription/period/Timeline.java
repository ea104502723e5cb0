package io.octroi.subscription.period;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's periods in one family of plans, laid end to end. The same payments give the same
 * periods in whatever order they are handed in: nothing is remembered from one fold to the next.
 *
 * @param periods in order of time; none overlaps another
 */
public record Timeline(List<Period> periods) {
  /** Nothing paid. */
  public static final Timeline EMPTY = new Timeline(List.of());

  public Timeline {
    periods = List.copyOf(periods);
  }

  /**
   * Each payment's period starts when it was paid or, if that is later, where the last one ends.
   */
  public static Timeline of(Collection<PaidTime> payments) {
    List<PaidTime> ordered = payments.stream().sorted(PaidTime.ORDER).toList();
    List<Period> periods = new ArrayList<>(ordered.size());
    Instant end = Instant.MIN;
    for (PaidTime payment : ordered) {
      Instant start = payment.paidAt().isAfter(end) ? payment.paidAt() : end;
      end = start.plus(Duration.ofDays(payment.days()));
      periods.add(new Period(payment.paymentId(), start, end));
    }
    return new Timeline(periods);
  }

  /** The unbroken run of periods that ends last; empty where nothing is paid. */
  public Optional<Span> lastRun() {
    if (periods.isEmpty()) {
      return Optional.empty();
    }
    int first = periods.size() - 1;
    while (first > 0 && periods.get(first - 1).endsAt().equals(periods.get(first).startsAt())) {
      first--;
    }
    return Optional.of(new Span(periods.get(first).startsAt(), periods.getLast().endsAt()));
  }

  /** Whether access lasts beyond {@code instant}. */
  public boolean endsAfter(Instant instant) {
    return !periods.isEmpty() && periods.getLast().endsAt().isAfter(instant);
  }

  /** Whether this ends later than {@code other}. */
  public boolean endsAfter(Timeline other) {
    return other.periods.isEmpty()
        ? !periods.isEmpty()
        : endsAfter(other.periods.getLast().endsAt());
  }

  public Optional<Period> periodOf(UUID paymentId) {
    return periods.stream().filter(period -> period.paymentId().equals(paymentId)).findFirst();
  }

  /** The period that grants access at {@code instant}, or else the last one. */
  public Optional<Period> periodAt(Instant instant) {
    return periods.stream()
        .filter(period -> period.covers(instant))
        .findFirst()
        .or(() -> periods.isEmpty() ? Optional.empty() : Optional.of(periods.getLast()));
  }
}
