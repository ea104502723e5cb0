package io.octroi.payment.operations;

import io.octroi.operations.answer.Page;
import org.springframework.data.domain.Limit;

/** Bounds of what one answer holds, as Spring Data takes them. */
final class Paging {
  /** References or facts shown of one payment, at most. */
  static final Limit OF_ONE_PAYMENT = Limit.of(1000);

  private Paging() {}

  /** What to read for a page. */
  static Limit limit(int asked) {
    return Limit.of(Page.toRead(asked));
  }
}
