package io.octroi.notifier.budget;

import io.octroi.operations.stateage.SqlView;
import io.octroi.operations.stateage.StateBudget;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The budgets of deliveries' states. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StateBudgetProperties.class)
class DeliveryBudgets {

  @Bean
  StateBudget dueDeliveries(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "delivery.due",
        settings.deliveryDue(),
        "Nobody has tried it yet: see whether a notifier with octroi.notifier.delivery.enabled"
            + " runs, and whether the channel is held.",
        // From when it may be tried: some are planned for later.
        view(jdbc, "d.due_at", "from deliveries d where d.status = 'due' and d.attempts = 0"));
  }

  @Bean
  StateBudget retriedDeliveries(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "delivery.retrying",
        settings.deliveryRetrying(),
        "The channel refuses it again and again: see the code of its attempts (explain).",
        view(
            jdbc,
            "d.first_tried_at",
            "from deliveries d where d.status = 'due' and d.attempts > 0"));
  }

  @Bean
  StateBudget deliveriesInTheAir(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "delivery.sending",
        settings.deliverySending(),
        "A worker took it and neither recorded an end nor lost its lease to another one: see"
            + " whether a notifier runs.",
        view(
            jdbc,
            "a.started_at",
            """
            from deliveries d
            join delivery_attempts a on a.delivery_id = d.id and a.attempt = d.attempts
             where d.status = 'sending'
            """));
  }

  @Bean
  StateBudget deliveriesWithoutAddress(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "delivery.waiting_contact",
        settings.deliveryWaitingContact(),
        "The customer's address is not known: no provider told it and no account is linked.",
        view(jdbc, "d.created_at", "from deliveries d where d.status = 'waiting_contact'"));
  }

  private static SqlView view(JdbcTemplate jdbc, String since, String from) {
    return new SqlView(
        jdbc,
        "select min(" + since + ") " + from,
        "select d.id::text, "
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
