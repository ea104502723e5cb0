package io.octroi.messaging;

import io.octroi.operations.stateage.SqlView;
import io.octroi.operations.stateage.StateBudget;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long what is on its way may stay on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingBudgetProperties.class)
class MessagingBudgets {

  @Bean
  StateBudget unpublishedEvents(JdbcTemplate jdbc, MessagingBudgetProperties settings) {
    return new StateBudget(
        "outbox.unpublished",
        settings.outbox(),
        "See whether the broker takes records and whether a relay holds the lane; events go out in"
            + " order as soon as it does.",
        new SqlView(
            jdbc,
            "select min(created_at) from outbox",
            """
            select event_id::text, created_at from outbox
             where created_at < ? order by created_at limit ?
            """));
  }

  @Bean
  StateBudget openDeadLetters(JdbcTemplate jdbc, MessagingBudgetProperties settings) {
    return new StateBudget(
        "dead_letter.open",
        settings.deadLetter(),
        "Read its reason (dead-letters show), mend the cause and redrive it, or discard it.",
        new SqlView(
            jdbc,
            "select min(first_failed_at) from dead_letters where ended_at is null",
            """
            select id::text, first_failed_at from dead_letters
             where ended_at is null and first_failed_at < ? order by first_failed_at limit ?
            """));
  }
}
