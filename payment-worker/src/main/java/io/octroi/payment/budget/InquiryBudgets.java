package io.octroi.payment.budget;

import io.octroi.operations.stateage.StateBudget;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The budgets of what we ask of providers, for money and for answers. */
@Configuration(proxyBeanMethods = false)
class InquiryBudgets {

  @Bean
  StateBudget openInquiries(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "inquiry.open",
        settings.inquiryOpen(),
        "See its verdict and reason (GET /operations/inquiries?state=open): mend the credentials or"
            + " wait for the provider; it goes on asking.",
        PaymentBudgets.view(
            jdbc,
            "endpoint || '/' || kind || '/' || reference",
            "first_asked",
            "from inquiries where state = 'open'"));
  }

  @Bean
  StateBudget mismatches(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "inquiry.mismatch",
        settings.inquiryMismatch(),
        "The money came and is not what was asked: give it back, or register the order as it was"
            + " paid and ask again.",
        PaymentBudgets.view(
            jdbc,
            "endpoint || '/' || kind || '/' || reference",
            "closed_at",
            "from inquiries where state = 'mismatch'"));
  }

  @Bean
  StateBudget openOrders(JdbcTemplate jdbc, StateBudgetProperties settings) {
    return new StateBudget(
        "order.open",
        settings.orderOpen(),
        "Nobody ever told that it was paid or failed: ask the provider, or let it be and resolve.",
        PaymentBudgets.view(
            jdbc,
            "provider || '/' || reference",
            "created_at",
            "from orders where state = 'open'"));
  }
}
