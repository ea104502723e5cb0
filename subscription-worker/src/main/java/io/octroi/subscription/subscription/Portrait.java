package io.octroi.subscription.subscription;

import io.octroi.contracts.Contact;
import io.octroi.subscription.period.Period;
import io.octroi.subscription.period.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of a subscription, field by field, without versions. */
record Portrait(SortedMap<Portrait.Row, Map<String, String>> rows) {
  private static final Set<String> PERSONAL =
      Set.of("email", "language", "telegram_user_id", "phone");
  private static final String ABSENT = "-";
  private static final String MASKED = "***";

  /** No row at all. */
  static final Portrait NOTHING = new Portrait(new TreeMap<>());

  /** What a row is known by. */
  record Row(String table, String key) implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::table).reversed().thenComparing(Row::key);

    @Override
    public int compareTo(Row other) {
      return ORDER.compare(this, other);
    }
  }

  static Portrait of(
      Subscription subscription, @Nullable Instant reminderAt, Collection<Period> periods) {
    SortedMap<Row, Map<String, String>> rows = new TreeMap<>();
    SubscriptionKey key = subscription.key();
    rows.put(
        new Row("subscriptions", key.customerId() + "/" + key.family()),
        fields(subscription, reminderAt));
    for (Period period : periods) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("starts_at", period.startsAt().toString());
      fields.put("ends_at", period.endsAt().toString());
      rows.put(new Row("periods", period.paymentId().toString()), fields);
    }
    return new Portrait(rows);
  }

  private static Map<String, String> fields(
      Subscription subscription, @Nullable Instant reminderAt) {
    Span span =
        switch (subscription.standing()) {
          case Standing.Unpaid s -> null;
          case Standing.Active s -> s.span();
          case Standing.Expired s -> s.span();
        };
    Contact contact = subscription.contact();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("status", SubscriptionRow.status(subscription));
    fields.put("starts_at", text(span == null ? null : span.startsAt()));
    fields.put("ends_at", text(span == null ? null : span.endsAt()));
    fields.put("plan_code", subscription.planCode());
    fields.put("reminder_at", text(reminderAt));
    fields.put("email", text(contact.email()));
    fields.put("language", text(contact.language()));
    fields.put("telegram_user_id", text(contact.telegramUserId()));
    fields.put("phone", text(contact.phone()));
    return fields;
  }

  /** Where these rows, which are stored, are not what they ought to be. */
  List<Difference> against(Portrait rebuilt) {
    List<Difference> differences = new ArrayList<>();
    Set<Row> all = new TreeSet<>(rows.keySet());
    all.addAll(rebuilt.rows.keySet());
    for (Row row : all) {
      Map<String, String> live = rows.get(row);
      Map<String, String> ought = rebuilt.rows.get(row);
      if (live == null || ought == null) {
        differences.add(difference(row, "row", presence(live), presence(ought)));
      } else {
        ought.forEach((field, value) -> {
          String stored = live.getOrDefault(field, ABSENT);
          if (!stored.equals(value)) {
            differences.add(difference(row, field, shown(field, stored), shown(field, value)));
          }
        });
      }
    }
    return differences;
  }

  private static Difference difference(Row row, String field, String live, String rebuilt) {
    return new Difference(row.table(), row.key(), field, live, rebuilt);
  }

  private static String presence(@Nullable Map<String, String> row) {
    return row == null ? ABSENT : "present";
  }

  private static String shown(String field, String value) {
    return PERSONAL.contains(field) && !value.equals(ABSENT) ? MASKED : value;
  }

  private static String text(@Nullable Object value) {
    return value == null ? ABSENT : value.toString();
  }
}
