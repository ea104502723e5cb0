package io.octroi.payment.backfill;

import io.octroi.payment.confirmation.OpenOrder;
import io.octroi.payment.confirmation.OrderInquiries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Our own orders, where the provider lists nothing: each is asked for by itself, as after a
 * webhook, and what is found goes over the topic. Until then it holds the watermark; while its
 * provider gives no answer, nothing moves at all. The cursor is the last order of a page, and what
 * went wrong so far.
 */
final class OrderSource implements EventSource {
  /** Which of a provider's objects an inquiry is about, as its translator says. */
  private static final Map<String, String> KINDS =
      Map.of("cinetpay", "payment", "mtn_momo", "payment", "orange_money", "order");

  private final OrderInquiries orders;
  private final String endpoint;
  private final String kind;
  private final int pageSize;
  private final Duration askAgain;

  private OrderSource(
      OrderInquiries orders, String endpoint, String kind, int pageSize, Duration askAgain) {
    this.orders = orders;
    this.endpoint = endpoint;
    this.kind = kind;
    this.pageSize = pageSize;
    this.askAgain = askAgain;
  }

  /** Empty for a provider whose orders cannot be asked for. */
  static Optional<EventSource> of(
      OrderInquiries orders, String endpoint, String provider, BackfillProperties settings) {
    return Optional.ofNullable(KINDS.get(provider))
        .map(kind ->
            new OrderSource(orders, endpoint, kind, settings.pageSize(), settings.askAgain()));
  }

  @Override
  public boolean lists() {
    return false;
  }

  @Override
  public Page page(Window window, String cursor) {
    OpenOrder after = cursor.isEmpty() ? new OpenOrder("", window.from(), "") : place(cursor);
    List<OpenOrder> open = orders.open(endpoint, kind, window.from(), window.to(), after, pageSize);
    orders.ask(endpoint, kind, open.stream().map(OpenOrder::reference).toList(), askAgain);
    String failure = after.failure();
    List<Undecided> undecided = new ArrayList<>();
    for (OpenOrder order : open) {
      failure = order.failure().isEmpty() ? failure : order.failure();
      undecided.add(new Undecided("order", order.reference(), order.createdAt(), true));
    }
    if (open.size() == pageSize) {
      OpenOrder last = open.getLast();
      return new Page(
          List.of(),
          undecided,
          Optional.of(failure + " " + last.createdAt() + " " + last.reference()));
    }
    if (!failure.isEmpty()) {
      throw new ApiFailure(failure);
    }
    return new Page(List.of(), undecided, Optional.empty());
  }

  private static OpenOrder place(String cursor) {
    List<String> parts = List.of(cursor.split(" ", 3));
    return new OpenOrder(parts.get(2), Instant.parse(parts.get(1)), parts.get(0));
  }
}
