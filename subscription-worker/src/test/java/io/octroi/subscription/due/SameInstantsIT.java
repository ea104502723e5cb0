package io.octroi.subscription.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The zone of the machine, and with it of the database's sessions, moves no instant. */
class SameInstantsIT extends RunningWorker {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final TimeZone USUAL = TimeZone.getDefault();

  @Autowired private DataSource pool;

  @AfterEach
  void live_in_the_usual_zone() throws SQLException {
    TimeZone.setDefault(USUAL);
    openSessionsAnew();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Etc/GMT+12", "Pacific/Kiritimati", "Europe/Paris"})
  void a_month_is_thirty_days_of_24_hours_also_where_clocks_are_changed_meanwhile(String name) {
    // Given
    ZoneId zone = ZoneId.of(name);
    live(TimeZone.getTimeZone(zone));
    approachChange(zone);
    String customer = newCustomer();
    Instant begin = now();

    // When
    take(TestPayment.paid(customer, MONTHLY, begin));

    // Then
    assertThat(endOf(customer)).isEqualTo(begin.plus(DAY.multipliedBy(30)));
    awaitTold(customer, "SubscriptionActivated");

    // When it is two days before the end, but for a second
    pass(DAY.multipliedBy(28).minus(SECOND));
    dueClock.runOnce();
    awaitTold(customer, "SubscriptionActivated");
    pass(SECOND);
    dueClock.runOnce();

    // Then
    awaitTold(customer, "SubscriptionActivated", "SubscriptionReminderDue");

    // When it is the end, but for a second
    pass(DAY.multipliedBy(2).minus(SECOND));
    dueClock.runOnce();
    assertThat(status(customer)).isEqualTo("active");
    pass(SECOND);
    dueClock.runOnce();

    // Then
    assertThat(status(customer)).isEqualTo("expired");
  }

  /** A session has the zone that this JVM had when it was opened. */
  private void live(TimeZone zone) {
    TimeZone.setDefault(zone);
    await()
        .until(() -> {
          openSessionsAnew();
          return zone.getID().equals(jdbc.queryForObject("show timezone", String.class));
        });
  }

  private void openSessionsAnew() throws SQLException {
    pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
  }

  /** So that the change, where there is one, lies between reminder and end. */
  private void approachChange(ZoneId zone) {
    Instant soon = now().plus(DAY.multipliedBy(29));
    ZoneOffsetTransition change = zone.getRules().nextTransition(soon);
    if (change != null) {
      pass(Duration.between(soon, change.getInstant()));
    }
  }

  private Instant endOf(String customer) {
    OffsetDateTime end =
        jdbc.queryForObject(
            "select ends_at from subscriptions where customer_id = ?",
            OffsetDateTime.class,
            customer);
    return end == null ? Instant.MIN : end.toInstant();
  }
}
