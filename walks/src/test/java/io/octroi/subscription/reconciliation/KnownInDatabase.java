package io.octroi.subscription.reconciliation;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads which payments the subscription-worker took in. */
public final class KnownInDatabase {
  private KnownInDatabase() {}

  /** Version and digest of each payment that no other one stands for, by its id. */
  public static Map<UUID, String> digests(JdbcTemplate jdbc, int most) {
    return new KnownPayments(jdbc)
        .between(new UUID(0, 0), new UUID(-1, -1), most).stream()
            .filter(payment -> !payment.merged())
            .collect(
                Collectors.toMap(
                    KnownPayment::id, payment -> payment.version() + " " + payment.digest()));
  }
}
