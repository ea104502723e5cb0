package io.octroi.subscription;

import io.octroi.messaging.MessagingConfiguration;
import io.octroi.operations.jpa.JpaOnDemandConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Plans, periods, subscriptions and the clock that reminds and ends them. */
@SpringBootApplication
@Import({MessagingConfiguration.class, JpaOnDemandConfiguration.class})
// Spring makes an instance of it.
@SuppressWarnings("checkstyle:HideUtilityClassConstructor")
public class SubscriptionWorkerApplication {
  public static void main(String[] args) {
    SpringApplication.run(SubscriptionWorkerApplication.class, args);
  }
}
