package io.octroi.subscription.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The subscriptions that a batch has to do with, each with the trace of what touched it last. */
public final class Touched {
  private static final String NO_TRACE = "";

  private final NavigableMap<SubscriptionKey, String> traceparents = new TreeMap<>();

  void add(Touched other) {
    traceparents.putAll(other.traceparents);
  }

  public boolean isEmpty() {
    return traceparents.isEmpty();
  }

  /** How many subscriptions. */
  public int size() {
    return traceparents.size();
  }

  SortedSet<SubscriptionKey> keys() {
    return traceparents.navigableKeySet();
  }

  String traceparent(SubscriptionKey key) {
    return traceparents.getOrDefault(key, NO_TRACE);
  }

  /** Reads where each payment belongs and where it belonged before. */
  RowCallbackHandler reading(Map<UUID, String> traceparentOfPayment) {
    return row -> {
      UUID payment = row.getObject("payment_id", UUID.class);
      String traceparent = traceparentOfPayment.getOrDefault(payment, NO_TRACE);
      put(row, "customer_id", "family", traceparent);
      put(row, "prior_customer_id", "prior_family", traceparent);
    };
  }

  private void put(ResultSet row, String customer, String family, String traceparent)
      throws SQLException {
    String customerId = row.getString(customer);
    String familyName = row.getString(family);
    if (customerId != null && familyName != null) {
      traceparents.put(new SubscriptionKey(customerId, familyName), traceparent);
    }
  }
}
