package io.octroi.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.bench.server.DatabaseAddress;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.subject.Subject;
import io.octroi.platform.stripe.StripeEvent;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripePayment;
import io.octroi.platform.stripe.StripeWebhookSender;
import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What every baseline does, whatever it is written in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BaselineContract {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String SECRET = "whsec_of_the_baseline";

  static final Path LOG = Path.of("target", "baselines.log");

  private final StripeIds ids = StripeIds.random();
  private final StripeEvents events = new StripeEvents(ids);
  private final JdbcClient database;
  private final DatabaseAddress address;
  private Subject baseline;
  private StripePayment payment;

  BaselineContract(String schema) {
    TestDatabase made = TestInfrastructure.database(schema, schema);
    address = new DatabaseAddress(made.jdbcUrl(), made.username(), made.password());
    database =
        JdbcClient.create(
            new DriverManagerDataSource(made.jdbcUrl(), made.username(), made.password()));
  }

  abstract Subject start(Door door, DatabaseAddress address);

  @BeforeAll
  void start_it() {
    baseline = start(Door.signedWith(SECRET), address);
  }

  @AfterAll
  void stop_it() {
    if (baseline != null) {
      baseline.close();
    }
  }

  @BeforeEach
  void begin_a_purchase() {
    payment = StripePayment.of(ids, 4900, "eur", "amel", CLOCK.instant());
  }

  @Test
  void an_event_posted_twice_is_there_once_with_its_payment() {
    StripeEvent event = events.checkoutCompleted(payment, CLOCK.instant());

    assertThat(post(event, SECRET)).isEqualTo(200);
    assertThat(post(event, SECRET)).isEqualTo(200);

    assertThat(
            database
                .sql("select payload from webhook_event where id = ?")
                .param(event.id())
                .query(String.class)
                .list())
        .containsExactly(new String(event.body(), StandardCharsets.UTF_8));
    assertThat(payments()).containsExactly(row("paid"));
  }

  @Test
  void a_later_event_updates_its_payment() {
    post(events.paymentIntentFailed(payment, CLOCK.instant()), SECRET);

    assertThat(post(events.paymentIntentSucceeded(payment, CLOCK.instant()), SECRET))
        .isEqualTo(200);

    assertThat(payments()).containsExactly(row("succeeded"));
  }

  @Test
  void what_is_signed_with_another_secret_is_refused_and_leaves_nothing() {
    StripeEvent event = events.checkoutCompleted(payment, CLOCK.instant());

    assertThat(post(event, "whsec_of_a_stranger")).isEqualTo(400);

    assertThat(
            database
                .sql("select count(*) from webhook_event where id = ?")
                .param(event.id())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(payments()).isEmpty();
  }

  private int post(StripeEvent event, String secret) {
    try (StripeWebhookSender sender =
        new StripeWebhookSender(baseline.endpoint(), List.of(secret), CLOCK)) {
      return sender.send(event).status();
    }
  }

  private List<@Nullable String> payments() {
    return database
        .sql("select concat_ws(' ', status, amount, currency, customer) from payment where id = ?")
        .param(payment.paymentIntent())
        .query(String.class)
        .list();
  }

  private String row(String status) {
    return status + " 4900 eur " + payment.customer();
  }
}
