package io.octroi.notifier.mail;

import io.octroi.contracts.EventIds;
import io.octroi.operations.finding.Findings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The addresses that are written to no more, each with one finding a customer. Kept by a keyed
 * hash, so that they outlive what is known of a customer.
 */
public final class Suppressions {
  static final String CONDITION = "mail_address_suppressed";

  private static final String SUPPRESS =
      """
      insert into mail_suppressions as known (id, address_hash, customer_ids, code, suppressed_at)
      values (?, ?, ?::text[], ?, ?)
      on conflict (address_hash) do update
         set customer_ids = (
           select coalesce(array_agg(distinct customer), '{}')
             from unnest(known.customer_ids || excluded.customer_ids) as all_of (customer))
      """;

  private static final String NOTE =
      "update mail_suppressions set customer_ids = customer_ids || ?::text"
          + " where address_hash = ? and not customer_ids @> array[?::text]";

  private final JdbcTemplate jdbc;
  private final Findings findings;
  private final byte[] key;

  Suppressions(JdbcTemplate jdbc, Findings findings, String key) {
    this.jdbc = jdbc;
    this.findings = findings;
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes to an address no more.
   *
   * @param customerIds whose it is; may be empty
   */
  void suppress(MailAddress address, Collection<String> customerIds, String code, Instant now) {
    jdbc.update(
        SUPPRESS,
        EventIds.next(now),
        hash(address),
        customerIds.toArray(String[]::new),
        code,
        now.atOffset(ZoneOffset.UTC));
    customerIds.forEach(customerId -> report(customerId, code));
  }

  /** Whether a customer's address is one of them; if so, that is a finding about the customer. */
  boolean hold(MailAddress address, String customerId) {
    byte[] hash = hash(address);
    Optional<String> code =
        jdbc
            .query(
                "select code from mail_suppressions where address_hash = ?",
                (row, number) -> row.getString(1),
                (Object) hash)
            .stream()
            .findFirst();
    code.ifPresent(why -> {
      jdbc.update(NOTE, customerId, hash, customerId);
      report(customerId, why);
    });
    return code.isPresent();
  }

  /** A customer was written to: whatever was suppressed is no longer in the way. */
  void reached(String customerId) {
    findings.clear(CONDITION, customerId);
  }

  /** Newest first, those before {@code before}. */
  public List<Suppression> list(UUID before, int limit) {
    return jdbc.query(
        "select * from mail_suppressions where id < ? order by id desc limit ?",
        (row, number) -> read(row),
        before,
        limit);
  }

  /**
   * Writes to an address again; in the transaction it is called in.
   *
   * @return what was lifted; empty for an unknown id
   */
  public Optional<Suppression> lift(UUID id) {
    Optional<Suppression> lifted =
        jdbc
            .query(
                "delete from mail_suppressions where id = ? returning *",
                (row, number) -> read(row),
                id)
            .stream()
            .findFirst();
    lifted.ifPresent(row -> row.customerIds().forEach(this::reached));
    return lifted;
  }

  private void report(String customerId, String code) {
    findings.report(
        CONDITION,
        customerId,
        Map.of("customer_id", customerId, "code", code),
        "Ask the customer for another address. If mail arrives there again: bin/octroi"
            + " mail suppressions, then lift.");
  }

  private byte[] hash(MailAddress address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(
          address.asText().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static Suppression read(ResultSet row) throws SQLException {
    Array customers = row.getArray("customer_ids");
    return new Suppression(
        row.getObject("id", UUID.class),
        List.of((String[]) customers.getArray()),
        row.getString("code"),
        row.getObject("suppressed_at", OffsetDateTime.class).toInstant());
  }
}
