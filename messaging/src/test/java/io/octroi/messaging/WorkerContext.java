package io.octroi.messaging;

import io.octroi.contracts.Topics;
import io.octroi.testing.TestInfrastructure;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A worker on a real broker and a real database; one context for all tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class WorkerContext {
  static final String DEAD_LETTERS =
      Topics.deadLetter(Topics.PAYMENTS, MessagingTestApplication.GROUP);

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    TestInfrastructure.createTopics(Map.of(Topics.PAYMENTS, 3, DEAD_LETTERS, 1));
    TestInfrastructure.register(registry, "messaging_test", "messaging_test");
  }
}
