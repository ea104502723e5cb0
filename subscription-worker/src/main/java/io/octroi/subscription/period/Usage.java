package io.octroi.subscription.period;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Uses paid time up: at every instant the oldest payment that has time left and is not held. So
 * held time is not lost but used later, and while one payment is held another one stands in. What a
 * payment adds never changes how older ones are used.
 */
final class Usage {
  private final List<Stock> stocks;
  private final List<Span> access = new ArrayList<>();

  private Usage(Collection<PaidTime> payments) {
    stocks = payments.stream().sorted(PaidTime.ORDER).map(Stock::new).toList();
  }

  static Timeline of(Collection<PaidTime> payments) {
    Usage usage = new Usage(payments);
    usage.useUp();
    List<Period> periods = usage.stocks.stream().flatMap(s -> s.period().stream()).toList();
    return new Timeline(periods, usage.access);
  }

  private void useUp() {
    Optional<Next> next = next(Instant.MIN);
    while (next.isPresent()) {
      Instant end = next.get().use();
      grant(new Span(next.get().from, end));
      next = next(end);
    }
  }

  /** What is used from the first possible instant on, and until when at most. */
  private Optional<Next> next(Instant instant) {
    Next first = null;
    for (Stock stock : stocks) {
      if (!stock.left.isZero()) {
        Instant from = stock.time.usableFrom(instant).orElse(Instant.MAX);
        if (from.isBefore(first == null ? Instant.MAX : first.from)) {
          first = new Next(stock, from, first == null ? Instant.MAX : first.from);
        }
      }
    }
    return Optional.ofNullable(first);
  }

  private void grant(Span span) {
    if (!access.isEmpty() && access.getLast().endsAt().equals(span.startsAt())) {
      access.set(access.size() - 1, new Span(access.getLast().startsAt(), span.endsAt()));
    } else {
      access.add(span);
    }
  }

  /** The next piece of time: {@code older} is when a payment that goes first may be used again. */
  private record Next(Stock stock, Instant from, Instant older) {
    Instant use() {
      Instant hold = stock.time.nextHold(from);
      Instant end = from.plus(stock.left);
      end = hold.isBefore(end) ? hold : end;
      end = older.isBefore(end) ? older : end;
      stock.use(from, end);
      return end;
    }
  }

  /** How much of a payment's time is left. */
  private static final class Stock {
    private final PaidTime time;
    private final List<Span> used = new ArrayList<>();
    private Duration left;

    Stock(PaidTime time) {
      this.time = time;
      this.left = Duration.ofDays(time.days());
    }

    void use(Instant from, Instant until) {
      left = left.minus(Duration.between(from, until));
      used.add(new Span(from, until));
    }

    Optional<Period> period() {
      return used.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Period(time.paymentId(), used.getFirst().startsAt(), used.getLast().endsAt()));
    }
  }
}
