package io.octroi.subscription.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.subscription.SubscriptionWorkerApplication;
import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class JpaOnDemandIT {
  private static final String FACTORY = "entityManagerFactory";

  @Test
  void jpa_comes_up_with_an_operators_first_question_and_serves_operators_alone() {
    // Given
    TestDatabase database = TestInfrastructure.database("subscriptions", "subscription_worker");

    // When
    try (ConfigurableApplicationContext worker =
        new SpringApplicationBuilder(SubscriptionWorkerApplication.class)
            .run(
                "--server.port=0",
                // Other tests' workers read the topics.
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password())) {
      // Then
      assertThat(worker.getBean(PlatformTransactionManager.class))
          .isInstanceOf(JdbcTransactionManager.class);
      assertThat(worker.getBeanFactory().containsSingleton(FACTORY)).isFalse();

      // When
      assertThat(
              worker
                  .getBean(SubscriptionViews.class)
                  .findByCustomerIdOrderByFamily("nobody", Limit.of(1)))
          .isEmpty();

      // Then
      assertThat(worker.getBeanFactory().containsSingleton(FACTORY)).isTrue();
    }
  }
}
