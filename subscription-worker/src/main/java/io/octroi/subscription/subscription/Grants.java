package io.octroi.subscription.subscription;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.messaging.batch.Columns;
import io.octroi.subscription.period.PaidTime;
import io.octroi.subscription.plan.Plan;
import io.octroi.subscription.plan.Plans;
import io.octroi.subscription.plan.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All payments, in statements that do not grow in number with the rows they touch. */
@Component
final class Grants {
  private final JdbcTemplate jdbc;
  private final Plans plans;

  Grants(JdbcTemplate jdbc, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /** Takes in the newest version of each payment; older ones than known change nothing. */
  Touched upsert(Collection<PaymentNews> news, Instant now) {
    Collection<PaymentNews> newest = newest(news, n -> n.payment().paymentId(), PaymentNews::newer);
    Touched touched = new Touched();
    if (newest.isEmpty()) {
      return touched;
    }
    Map<UUID, String> traces =
        newest.stream()
            .collect(Collectors.toMap(n -> n.payment().paymentId(), PaymentNews::traceparent));
    List<PaymentSnapshot> payments = newest.stream().map(PaymentNews::payment).toList();
    jdbc.query(GrantSql.UPSERT, touched.reading(traces), columns(payments, traces, now));
    addReplaced(touched, traces);
    return touched;
  }

  /** Remembers which payments are void; may be told before the payments themselves. */
  Touched merge(Collection<MergeNews> news, Instant now) {
    Collection<MergeNews> newest = newest(news, MergeNews::paymentId, MergeNews::newer);
    Touched touched = new Touched();
    if (!newest.isEmpty()) {
      Map<UUID, String> traces =
          newest.stream().collect(Collectors.toMap(MergeNews::paymentId, MergeNews::traceparent));
      jdbc.query(
          GrantSql.MERGE,
          touched.reading(traces),
          Columns.of(newest)
              .uuids(MergeNews::paymentId)
              .longs(MergeNews::version)
              .text(MergeNews::customerId)
              .uuids(MergeNews::intoPaymentId)
              .instants(n -> now)
              .arguments());
      addReplaced(touched, traces);
    }
    return touched;
  }

  /** Payments merged into one of these may have lost their period to it. */
  private void addReplaced(Touched touched, Map<UUID, String> traces) {
    jdbc.query(
        GrantSql.REPLACED_BY,
        touched.reading(traces),
        Columns.of(traces.keySet()).uuids(payment -> payment).arguments());
  }

  /** Counts payments whose plan was not configured when they came, a bounded number at a time. */
  Touched adoptConfiguredPlans(int limitPerPlan, Instant now) {
    Touched touched = new Touched();
    jdbc.query(
        GrantSql.ADOPT,
        touched.reading(Map.of()),
        Columns.of(plans.all())
            .text(Plan::code)
            .text(Plan::family)
            .integers(Plan::days)
            .instants(plan -> now)
            .same(limitPerPlan)
            .arguments());
    return touched;
  }

  /** Every payment of these subscriptions. */
  Map<SubscriptionKey, List<Grant>> of(Collection<SubscriptionKey> keys) {
    Map<SubscriptionKey, List<Grant>> grants = new HashMap<>();
    jdbc.query(
        GrantSql.LOAD,
        row -> {
          SubscriptionKey key =
              new SubscriptionKey(row.getString("customer_id"), row.getString("family"));
          grants.computeIfAbsent(key, k -> new ArrayList<>()).add(grant(row));
        },
        Columns.of(keys)
            .text(SubscriptionKey::customerId)
            .text(SubscriptionKey::family)
            .arguments());
    return grants;
  }

  private static Grant grant(ResultSet row) throws SQLException {
    UUID payment = row.getObject("payment_id", UUID.class);
    String name = row.getString("provider") + "/" + row.getString("reference");
    String planCode = row.getString("plan_code");
    Contact contact = SubscriptionRow.contact(row);
    if (!row.getBoolean("counts")) {
      boolean paid = row.getObject("paid_at") != null;
      Instant orderedAt = paid ? SubscriptionRow.instant(row, "paid_at") : Instant.EPOCH;
      return new Grant.Uncounted(payment, name, planCode, contact, orderedAt);
    }
    return new Grant.Counted(
        planCode,
        contact,
        new PaidTime(
            payment,
            name,
            SubscriptionRow.instant(row, "paid_at"),
            row.getInt("days"),
            Holds.read(row.getString("held"))),
        Money.of(row.getLong("amount"), row.getString("currency")),
        row.getBoolean("announced"));
  }

  private Object[] columns(List<PaymentSnapshot> payments, Map<UUID, String> traces, Instant now) {
    return Columns.of(payments)
        .uuids(PaymentSnapshot::paymentId)
        .longs(PaymentSnapshot::version)
        .text(PaymentSnapshot::customerId)
        .text(PaymentSnapshot::provider)
        .text(PaymentSnapshot::reference)
        .text(PaymentSnapshot::planCode)
        .text(ofPlan(Plan::family))
        .integers(ofPlan(Plan::days))
        .text(p -> p.status().wireName())
        .longs(p -> p.amount() == null ? null : p.amount().minorUnits())
        .text(p -> p.amount() == null ? null : p.amount().currency())
        .instants(PaymentSnapshot::paidAt)
        .text(p -> p.contact().email())
        .text(p -> p.contact().language())
        .longs(p -> p.contact().telegramUserId())
        .text(p -> p.contact().phone())
        .text(p -> plans.rule(p) instanceof Ruling.In)
        .text(p -> plans.rule(p) instanceof Ruling.In in ? Holds.write(in.held()) : "")
        .text(p -> traces.getOrDefault(p.paymentId(), ""))
        .instants(p -> now)
        .arguments();
  }

  private <V> Function<PaymentSnapshot, @Nullable V> ofPlan(Function<Plan, V> value) {
    return payment -> {
      Plan plan = plans.find(payment.planCode()).orElse(null);
      return plan == null ? null : value.apply(plan);
    };
  }

  private static <N> Collection<N> newest(
      Collection<N> news, Function<N, UUID> payment, BinaryOperator<N> newer) {
    Map<UUID, N> byPayment = new HashMap<>();
    news.forEach(n -> byPayment.merge(payment.apply(n), n, newer));
    return byPayment.values();
  }
}
