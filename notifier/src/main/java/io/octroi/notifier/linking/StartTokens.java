package io.octroi.notifier.linking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** The start tokens that were given out. */
final class StartTokens {
  private static final String DROP_OLDEST =
      """
      delete from telegram_start_tokens where token_hash in (
        select token_hash from telegram_start_tokens
         where customer_id = ? and used_at is null
         order by issued_at desc, token_hash offset ?)
      """;

  private final JdbcTemplate jdbc;

  StartTokens(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a new token; of the customer's unused ones the oldest give way to it. */
  void issue(StartToken token, String customerId, Instant now, Instant expiresAt, int maxOpen) {
    jdbc.update(
        "insert into telegram_start_tokens (token_hash, customer_id, issued_at, expires_at)"
            + " values (?, ?, ?, ?)",
        token.sha256(),
        customerId,
        utc(now),
        utc(expiresAt));
    jdbc.update(DROP_OLDEST, customerId, maxOpen);
  }

  Optional<IssuedToken> find(StartToken token) {
    return jdbc
        .query(
            "select * from telegram_start_tokens where token_hash = ?",
            (row, number) -> {
              Long usedBy = row.getObject("used_by", Long.class);
              return new IssuedToken(
                  row.getString("customer_id"),
                  row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                  usedBy == null ? OptionalLong.empty() : OptionalLong.of(usedBy));
            },
            token.sha256())
        .stream()
        .findFirst();
  }

  /** Notes who used a token; the customer's others are of no use any more. */
  void use(StartToken token, String customerId, long telegramUserId, Instant now) {
    jdbc.update(
        "update telegram_start_tokens set used_at = ?, used_by = ?"
            + " where token_hash = ? and used_at is null",
        utc(now),
        telegramUserId,
        token.sha256());
    jdbc.update(
        "delete from telegram_start_tokens where customer_id = ? and used_at is null", customerId);
  }

  /** Forgets tokens that expired before an instant. */
  int prune(Instant expiredBefore) {
    return jdbc.update(
        "delete from telegram_start_tokens where expires_at < ?", utc(expiredBefore));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
