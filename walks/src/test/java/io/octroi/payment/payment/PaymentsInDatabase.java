package io.octroi.payment.payment;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the payment-worker's tables hold. */
public final class PaymentsInDatabase {
  private PaymentsInDatabase() {}

  /** Everything that is kept. */
  public static PaymentBooks books(JdbcTemplate jdbc, JsonMapper json) {
    TreeSet<PaymentId> ids =
        new TreeSet<>(
            jdbc.query(
                "select id from payments",
                (row, number) -> new PaymentId(row.getObject(1, UUID.class))));
    TreeMap<Reference, PaymentId> references = new TreeMap<>();
    jdbc.query(
        "select provider, kind, reference, payment_id from payment_references",
        row -> {
          references.put(
              new Reference(
                  row.getString("provider"),
                  ReferenceKind.ofStoredName(row.getString("kind")),
                  row.getString("reference")),
              new PaymentId(row.getObject("payment_id", UUID.class)));
        });
    Map<PaymentId, Set<String>> events = new HashMap<>();
    new EvidenceRows(jdbc, json)
        .of(ids)
        .forEach((payment, known) ->
            events.put(payment, known.stream().map(Evidence::eventId).collect(Collectors.toSet())));
    return new PaymentBooks(new PaymentRows(jdbc, Clock.systemUTC()).read(ids), references, events);
  }
}
