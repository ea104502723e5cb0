package io.octroi.payment.budget;

import io.octroi.operations.stateage.SqlView;
import io.octroi.operations.stateage.StateBudget;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The budgets of payments' states. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StateBudgetProperties.class)
class PaymentBudgets {
  /** What only we said something of is an order, which may stay unpaid. */
  private static final String PENDING =
      """
      from payments p
       where p.status = 'pending' and p.matched and p.merged_into is null
         and exists (select from payment_facts f
                      where f.payment_id = p.id and not f.event_id like 'order:%')
      """;

  private static final String UNASSIGNED =
      """
      from payments
       where paid_at is not null and merged_into is null
         and (customer_id is null or plan_code is null)
      """;
  private static final String DISPUTED =
      "from payments where status = 'disputed' and merged_into is null";
  private static final String UNMATCHED = "from ledger where outcome = 'unmatched'";

  @Bean
  StateBudget pendingPayments(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "payment.pending",
        settings.paymentPending(),
        "Look at it with explain and at the provider's dashboard: either its end was never told,"
            + " or the provider waits for something.",
        view(jdbc, "p.id", "p.created_at", PENDING));
  }

  @Bean
  StateBudget unassignedPayments(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "payment.unassigned",
        settings.paymentUnassigned(),
        "Somebody paid and is not let in: say whose payment it is and for which plan"
            + " (payments assign).",
        view(jdbc, "id", "created_at", UNASSIGNED));
  }

  @Bean
  StateBudget disputedPayments(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "payment.disputed",
        settings.paymentDisputed(),
        "See at the provider how the dispute ended; no event told it.",
        view(jdbc, "id", "updated_at", DISPUTED));
  }

  @Bean
  StateBudget unmatchedWebhooks(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "webhook.unmatched",
        settings.webhookUnmatched(),
        "A refund or dispute speaks of a payment that nobody told of: fetch the payment from the"
            + " provider.",
        view(jdbc, "endpoint || '/' || event_id", "recorded_at", UNMATCHED));
  }

  /**
   * @param from from which rows, with a condition that a further one can follow
   */
  static SqlView view(JdbcTemplate jdbc, String subject, String since, String from) {
    return new SqlView(
        jdbc,
        "select min(" + since + ") " + from,
        "select ("
            + subject
            + ")::text, "
            + since
            + " "
            + from
            + " and "
            + since
            + " < ? order by "
            + since
            + " limit ?");
  }
}
