package io.octroi.payment.confirmation;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.api.ApiAnswer;
import io.octroi.payment.api.Question;
import io.octroi.payment.order.Order;
import io.octroi.payment.translation.Translator;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a hint would come to, decided as the worker decides and with nothing written down: for
 * whoever tries out a provider.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * The verdict after one question at most.
   *
   * @param orders all that we asked for
   * @param api answers as the provider does; asked only if the worker would ask
   */
  public static Verdict of(
      VerifiedWebhook hint,
      Translator translator,
      Collection<Order> orders,
      Function<Question, ApiAnswer> api) {
    return translator
        .inquiry(hint)
        .map(inquiry -> {
          Optional<Order> order =
              orders.stream().filter(o -> o.answersTo(inquiry.reference())).findFirst();
          String reference = order.map(Order::reference).orElse(inquiry.reference());
          return of(hint, new Subject(hint.provider(), inquiry.kind(), reference), order, api);
        })
        .orElse(Verdict.UNKNOWN_ORDER);
  }

  private static Verdict of(
      VerifiedWebhook hint,
      Subject subject,
      Optional<Order> order,
      Function<Question, ApiAnswer> api) {
    Notice notice = Notice.read(hint.body());
    return Decisions.beforeAsking(hint.provider(), notice, order)
        .orElseGet(() ->
            Decisions.afterAsking(
                    subject, notice.claimed(), order, api.apply(Confirmer.question(subject, order)))
                .verdict());
  }
}
