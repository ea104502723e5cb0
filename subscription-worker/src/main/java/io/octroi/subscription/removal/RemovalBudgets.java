package io.octroi.subscription.removal;

import io.octroi.operations.stateage.ClockedView;
import io.octroi.operations.stateage.SqlView;
import io.octroi.operations.stateage.StateBudget;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long what is not final may stay as it is. */
@Configuration(proxyBeanMethods = false)
class RemovalBudgets {

  @Bean
  StateBudget membersInGrace(JdbcTemplate jdbc, RemovalProperties settings) {
    return new StateBudget(
        "subscription.in_grace",
        settings.graceBudget(),
        "See GET /operations/removals/waiting: mend the endpoint whose watermark stands still, arm"
            + " the family, or release the removals by two people.",
        new SqlView(
            jdbc,
            "select min(ends_at) from subscriptions"
                + " where status = 'active' and grace_until is not null",
            """
            select subscription_id::text, ends_at from subscriptions
             where status = 'active' and grace_until is not null and ends_at < ?
             order by ends_at limit ?
            """));
  }

  @Bean
  StateBudget releasesToApprove(JdbcTemplate jdbc, Clock clock, RemovalProperties settings) {
    return new StateBudget(
        "removal_release.requested",
        settings.approvalBudget(),
        "A second operator approves it or lets it lapse.",
        new ClockedView(
            jdbc,
            clock,
            """
            select release_id::text as subject, requested_at as since from removal_releases
             where approved_by is null and valid_until > ?
            """));
  }

  @Bean
  StateBudget paymentsOfUnknownPlans(JdbcTemplate jdbc, RemovalProperties settings) {
    return new StateBudget(
        "grant.unknown_plan",
        settings.unknownPlanBudget(),
        "Configure the plan and restart, or give the payment another one: somebody paid and is not"
            + " let in.",
        new SqlView(
            jdbc,
            "select min(updated_at) from grants where unknown_plan and counted and days is null",
            """
            select payment_id::text, updated_at from grants
             where unknown_plan and counted and days is null and updated_at < ?
             order by updated_at limit ?
            """));
  }
}
