package io.octroi.bench.baseline;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.model.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Remembers an event once and writes its payment, both in one transaction. */
final class WebhookRecorder {
  private static final String INSERT_EVENT =
      "insert into webhook_event (id, type, payload) values (?, ?, ?) on conflict do nothing";

  private static final String UPSERT_PAYMENT =
      """
      insert into payment (id, status, amount, currency, customer) values (?, ?, ?, ?, ?)
      on conflict (id) do update set status = excluded.status, amount = excluded.amount,
        currency = excluded.currency, customer = excluded.customer, updated_at = now()
      """;

  private final DataSource database;

  /** The connections of {@code database} must not commit by themselves. */
  WebhookRecorder(DataSource database) {
    this.database = database;
  }

  /** Returns when it is committed; an event that is known already changes nothing. */
  void record(Event event, String payload)
      throws SQLException, EventDataObjectDeserializationException {
    Optional<PaymentRow> payment =
        PaymentRow.of(event.getDataObjectDeserializer().deserializeUnsafe());
    // What is not committed when a connection goes back to its pool is rolled back there.
    try (Connection connection = database.getConnection()) {
      if (insert(connection, event, payload) && payment.isPresent()) {
        upsert(connection, payment.get());
      }
      connection.commit();
    }
  }

  private static boolean insert(Connection connection, Event event, String payload)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT_EVENT)) {
      statement.setString(1, event.getId());
      statement.setString(2, event.getType());
      statement.setString(3, payload);
      return statement.executeUpdate() == 1;
    }
  }

  private static void upsert(Connection connection, PaymentRow payment) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPSERT_PAYMENT)) {
      statement.setString(1, payment.id());
      statement.setString(2, payment.status());
      statement.setLong(3, payment.amount());
      statement.setString(4, payment.currency());
      statement.setString(5, payment.customer());
      statement.executeUpdate();
    }
  }
}
