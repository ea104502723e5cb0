package io.octroi.notifier.contact;

import io.octroi.contracts.Contact;
import io.octroi.messaging.batch.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of how customers can be reached. */
public final class Contacts {
  // A newer version's word counts; what it does not say, an older version's word fills in.
  private static final String STORE =
      """
      insert into contacts as known
             (told_with, version, customer_id, told_at, email, language, telegram_user_id,
              phone)
      select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::timestamptz[]),
             unnest(?::text[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::text[])
      on conflict (told_with) do update
         set version = greatest(known.version, excluded.version),
             told_at = case when excluded.version > known.version
               then excluded.told_at else known.told_at end,
             customer_id = case when excluded.version > known.version
               then excluded.customer_id else known.customer_id end,
             email = case when excluded.version > known.version
               then coalesce(excluded.email, known.email)
               else coalesce(known.email, excluded.email) end,
             language = case when excluded.version > known.version
               then coalesce(excluded.language, known.language)
               else coalesce(known.language, excluded.language) end,
             telegram_user_id = case when excluded.version > known.version
               then coalesce(excluded.telegram_user_id, known.telegram_user_id)
               else coalesce(known.telegram_user_id, excluded.telegram_user_id) end,
             phone = case when excluded.version > known.version
               then coalesce(excluded.phone, known.phone)
               else coalesce(known.phone, excluded.phone) end
      """;

  // Most is said with the first payments: many rows say nothing.
  private static final String OF_CUSTOMER =
      """
      select email, language, telegram_user_id, phone from contacts
       where (told_with = ? or customer_id = ?)
         and num_nonnulls(email, language, telegram_user_id, phone) > 0
       order by told_with = ? desc, told_at desc, told_with limit 200
      """;
  private static final UUID NOTHING = new UUID(0, 0);

  private final JdbcTemplate jdbc;

  public Contacts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores contacts; each subscription and payment at most once in {@code told}. */
  public void store(Collection<ToldContact> told) {
    List<ToldContact> rows =
        told.stream().sorted(Comparator.comparing(ToldContact::toldWith)).toList();
    jdbc.update(
        STORE,
        Columns.of(rows)
            .uuids(ToldContact::toldWith)
            .longs(ToldContact::version)
            .text(ToldContact::customerId)
            .instants(ToldContact::toldAt)
            .text(t -> t.contact().email())
            .text(t -> t.contact().language())
            .longs(t -> t.contact().telegramUserId())
            .text(t -> t.contact().phone())
            .arguments());
  }

  /**
   * How to reach a customer about a subscription or payment: the linked Telegram account and what
   * was told with it, completed by what was told last with the customer's others.
   */
  public Contact find(UUID toldWith, String customerId) {
    return jdbc
        .query(OF_CUSTOMER, (row, number) -> read(row), toldWith, customerId, toldWith)
        .stream()
        .reduce(linked(customerId), Contact::orElse);
  }

  /** How to reach a customer: of each kind of address the one told last. */
  public Contact ofCustomer(String customerId) {
    return find(NOTHING, customerId);
  }

  /** Whose a mail address is; the case of its letters does not matter. */
  public List<String> customersAt(String email) {
    return jdbc.query(
        "select distinct customer_id from contacts where lower(email) = lower(?) limit 20",
        (row, number) -> row.getString(1),
        email);
  }

  /** An account that proved to be the customer's counts more than one that a payment named. */
  private Contact linked(String customerId) {
    return jdbc
        .query(
            "select telegram_user_id from telegram_links where customer_id = ?",
            (row, number) -> new Contact(null, null, row.getLong(1)),
            customerId)
        .stream()
        .findFirst()
        .orElse(Contact.UNKNOWN);
  }

  private static Contact read(ResultSet row) throws SQLException {
    return new Contact(
        row.getString("email"),
        row.getString("language"),
        row.getObject("telegram_user_id", Long.class),
        row.getString("phone"));
  }
}
