package io.octroi.payment.operations;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Limit;

/** Bounds of what one answer holds. */
final class Paging {
  /** Rows of one page, at most. */
  static final int MAX = 500;

  /** References or facts shown of one payment, at most. */
  static final Limit OF_ONE_PAYMENT = Limit.of(1000);

  private Paging() {}

  /** One more than asked for, which tells whether there is another page. */
  static Limit limit(int asked) {
    return Limit.of(asked + 1);
  }

  static <R, V> Views.Page<V> page(
      List<R> rows, int asked, Function<R, V> view, Function<R, Object> position) {
    boolean more = rows.size() > asked;
    List<R> shown = more ? rows.subList(0, asked) : rows;
    return new Views.Page<>(
        shown.stream().map(view).toList(),
        more ? position.apply(shown.getLast()).toString() : null);
  }
}
