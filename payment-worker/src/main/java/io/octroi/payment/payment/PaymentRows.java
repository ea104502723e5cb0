package io.octroi.payment.payment;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import io.octroi.messaging.batch.Columns;
import io.octroi.payment.customer.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of payments. */
final class PaymentRows {
  private static final String READ =
      "select * from payments where id = any (?::uuid[]) order by id";
  private static final String LOCK = READ + " for update";
  private static final String PUBLISHED =
      """
      select * from payments
       where published and merged_into is null and id > ?
       order by id limit ?
      """;

  // "offset 0" keeps the planner from reading the whole table as long as it has no statistics of
  // it.
  private static final String DEPENDENTS =
      """
      select d.id
        from unnest(?::text[], ?::text[]) as s (provider, subject)
       cross join lateral (
         select p.id
           from payments p
          where p.provider = s.provider and p.agreement = s.subject and p.merged_into is null
         offset 0) as d
      union
      select d.id
        from unnest(?::text[], ?::text[]) as s (provider, subject)
       cross join lateral (
         select p.id
           from payments p
          where p.provider = s.provider and p.provider_customer = s.subject
            and p.merged_into is null
         offset 0) as d
      """;
  private static final String BEGIN =
      """
      insert into payments as p (
          id, version, published, provider, reference, reference_kind, endpoint, agreement,
          provider_customer, matched, currencies_differ, status, currency, amount, refunded,
          paid_at, customer_id, plan_code, email, language, telegram_user_id, phone, disputed_times,
          merged_into, created_at, updated_at)
      select w.*, ?::timestamptz, ?::timestamptz
        from (select unnest(?::uuid[]) as id, unnest(?::bigint[]) as version,
                     unnest(?::boolean[]) as published, unnest(?::text[]) as provider,
                     unnest(?::text[]) as reference, unnest(?::text[]) as reference_kind,
                     unnest(?::text[]) as endpoint, unnest(?::text[]) as agreement,
                     unnest(?::text[]) as provider_customer, unnest(?::boolean[]) as matched,
                     unnest(?::boolean[]) as currencies_differ, unnest(?::text[]) as status,
                     unnest(?::text[]) as currency, unnest(?::bigint[]) as amount,
                     unnest(?::bigint[]) as refunded, unnest(?::timestamptz[]) as paid_at,
                     unnest(?::text[]) as customer_id, unnest(?::text[]) as plan_code,
                     unnest(?::text[]) as email, unnest(?::text[]) as language,
                     unnest(?::bigint[]) as telegram_user_id, unnest(?::text[]) as phone,
                     unnest(?::text[]) as disputed_times, unnest(?::uuid[]) as merged_into)
          as w
      """;
  private static final String WRITE =
      BEGIN
          + """
          on conflict (id) do update
             set (version, published, reference, reference_kind, endpoint, agreement,
                  provider_customer, matched, currencies_differ, status, currency, amount, refunded,
                  paid_at, customer_id, plan_code, email, language, telegram_user_id, phone,
                  disputed_times, merged_into, updated_at)
               = (excluded.version, excluded.published, excluded.reference, excluded.reference_kind,
                  excluded.endpoint, excluded.agreement, excluded.provider_customer, excluded.matched,
                  excluded.currencies_differ, excluded.status, excluded.currency, excluded.amount,
                  excluded.refunded, excluded.paid_at, excluded.customer_id, excluded.plan_code,
                  excluded.email, excluded.language, excluded.telegram_user_id, excluded.phone,
                  excluded.disputed_times, excluded.merged_into, excluded.updated_at)
          """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  PaymentRows(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Reads the payments that exist and holds them until the transaction ends. */
  List<Payment> lock(NavigableSet<PaymentId> ids) {
    return query(LOCK, ids);
  }

  /** Reads the payments that exist. */
  List<Payment> read(NavigableSet<PaymentId> ids) {
    return query(READ, ids);
  }

  /** Those that readers were told of, in the order of their ids, after one. */
  List<PublishedPayment> published(PaymentId after, int limit) {
    return jdbc.query(
        PUBLISHED,
        (row, number) ->
            PublishedPayment.of(
                payment(row), row.getObject("updated_at", OffsetDateTime.class).toInstant()),
        after.value(),
        limit);
  }

  private List<Payment> query(String query, NavigableSet<PaymentId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        query, (row, number) -> payment(row), Columns.of(ids).uuids(PaymentId::value).arguments());
  }

  /** The payments collected under one of the agreements or paid by one of the customers. */
  NavigableSet<PaymentId> dependingOn(Collection<Subject> subjects) {
    if (subjects.isEmpty()) {
      return new TreeSet<>();
    }
    Columns<Subject> columns =
        Columns.of(subjects)
            .text(Subject::provider)
            .text(Subject::id)
            .text(Subject::provider)
            .text(Subject::id);
    return new TreeSet<>(
        jdbc.query(
            DEPENDENTS,
            (row, number) -> new PaymentId(row.getObject(1, UUID.class)),
            columns.arguments()));
  }

  /** Makes rows of payments that have none; to look for them first takes a quarter of the time. */
  void begin(Collection<Payment> payments) {
    update(BEGIN, payments);
  }

  /** Makes rows, or puts them in the place of those that are there. */
  void write(Collection<Payment> payments) {
    update(WRITE, payments);
  }

  private void update(String statement, Collection<Payment> payments) {
    if (payments.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    jdbc.update(
        statement,
        Columns.of(payments)
            .same(now)
            .same(now)
            .uuids(p -> p.id().value())
            .longs(Payment::version)
            .text(Payment::published)
            .text(p -> p.reference().provider())
            .text(p -> p.reference().value())
            .text(p -> p.reference().kind().storedName())
            .text(Payment::endpoint)
            .text(Payment::agreement)
            .text(Payment::providerCustomer)
            .text(Payment::matched)
            .text(Payment::currenciesDiffer)
            .text(p -> p.content().status().wireName())
            .text(p -> currency(p.content().amount()))
            .longs(p -> minorUnits(p.content().amount()))
            .longs(p -> minorUnits(p.content().refunded()))
            .instants(p -> p.content().paidAt())
            .text(p -> p.content().customerId())
            .text(p -> p.content().planCode())
            .text(p -> p.content().contact().email())
            .text(p -> p.content().contact().language())
            .longs(p -> p.content().contact().telegramUserId())
            .text(p -> p.content().contact().phone())
            .text(p -> DisputedTimes.write(p.content().disputedTimes()))
            .uuids(p -> value(p.mergedInto()))
            .arguments());
  }

  void remove(PaymentId id) {
    jdbc.update("delete from payments where id = ?", id.value());
  }

  private static Payment payment(ResultSet row) throws SQLException {
    Reference reference =
        new Reference(
            row.getString("provider"),
            ReferenceKind.ofStoredName(row.getString("reference_kind")),
            row.getString("reference"));
    return new Payment(
        new PaymentId(row.getObject("id", UUID.class)),
        row.getLong("version"),
        row.getBoolean("published"),
        reference,
        row.getString("endpoint"),
        row.getString("agreement"),
        row.getString("provider_customer"),
        row.getBoolean("matched"),
        row.getBoolean("currencies_differ"),
        content(row),
        id(row.getObject("merged_into", UUID.class)));
  }

  private static Content content(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime paidAt = row.getObject("paid_at", OffsetDateTime.class);
    @Nullable String currency = row.getString("currency");
    return new Content(
        PaymentStatus.ofWireName(row.getString("status")),
        money(row.getObject("amount", Long.class), currency),
        money(row.getObject("refunded", Long.class), currency),
        paidAt == null ? null : paidAt.toInstant(),
        row.getString("customer_id"),
        row.getString("plan_code"),
        new Contact(
            row.getString("email"),
            row.getString("language"),
            row.getObject("telegram_user_id", Long.class),
            row.getString("phone")),
        DisputedTimes.read(row.getString("disputed_times")));
  }

  private static @Nullable PaymentId id(@Nullable UUID value) {
    return value == null ? null : new PaymentId(value);
  }

  private static @Nullable UUID value(@Nullable PaymentId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable Money money(@Nullable Long minorUnits, @Nullable String currency) {
    return minorUnits == null || currency == null ? null : Money.of(minorUnits, currency);
  }

  private static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }

  private static @Nullable Long minorUnits(@Nullable Money money) {
    return money == null ? null : money.minorUnits();
  }
}
