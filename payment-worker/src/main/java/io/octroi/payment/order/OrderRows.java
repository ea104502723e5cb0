package io.octroi.payment.order;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads and writes orders. */
final class OrderRows {
  private static final String INSERT =
      """
      insert into orders (
          provider, endpoint, reference, order_id, customer_id, plan_code, amount, currency, email,
          language, telegram_user_id, phone, pay_token, notif_token_sha256, state, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (provider, reference) do nothing
      """;
  private static final String FIND =
      """
      with wanted as (select * from unnest(?::text[]) as w (name))
      select o.* from wanted w join orders o on o.provider = ? and o.reference = w.name
       union
      select o.* from wanted w
        join orders o
          on o.provider = ? and o.notif_token_sha256 <> ''
         and left(o.notif_token_sha256, 32) = w.name
      """;
  private static final String LIST =
      """
      select * from orders
       where (? = '' or customer_id = ?) and (? = '' or state = ?)
       order by created_at desc, provider, reference limit ?
      """;
  private static final String SETTLE =
      "update orders set state = ? where provider = ? and reference = ? and state <> 'paid'";
  private static final RowMapper<Order> ORDER = (row, number) -> order(row);

  private final JdbcTemplate jdbc;

  OrderRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  boolean insert(Order order) {
    return jdbc.update(
            INSERT,
            order.provider(),
            order.endpoint(),
            order.reference(),
            order.orderId(),
            order.customerId(),
            order.planCode(),
            order.asked().minorUnits(),
            order.asked().currency().getCurrencyCode(),
            order.contact().email(),
            order.contact().language(),
            order.contact().telegramUserId(),
            order.contact().phone(),
            order.payToken(),
            order.notifTokenSha256(),
            order.state().storedName(),
            Timestamp.from(order.createdAt()))
        == 1;
  }

  /**
   * @param names references, or first halves of token hashes; see {@link Order#answersTo}
   */
  List<Order> find(String provider, Collection<String> names) {
    return jdbc.query(FIND, ORDER, names.toArray(String[]::new), provider, provider);
  }

  List<Order> list(String customer, String state, int limit) {
    return jdbc.query(LIST, ORDER, customer, customer, state, state, limit);
  }

  void settle(String provider, String reference, Order.State state) {
    jdbc.update(SETTLE, state.storedName(), provider, reference);
  }

  private static Order order(ResultSet row) throws SQLException {
    long telegram = row.getLong("telegram_user_id");
    boolean noTelegram = row.wasNull();
    Instant createdAt = row.getTimestamp("created_at").toInstant();
    return new Order(
        row.getString("provider"),
        row.getString("endpoint"),
        row.getString("reference"),
        row.getString("order_id"),
        row.getString("customer_id"),
        row.getString("plan_code"),
        Money.of(row.getLong("amount"), row.getString("currency")),
        new Contact(
            row.getString("email"),
            row.getString("language"),
            noTelegram ? null : telegram,
            row.getString("phone")),
        row.getString("pay_token"),
        row.getString("notif_token_sha256"),
        Order.State.ofStoredName(row.getString("state")),
        createdAt);
  }
}
