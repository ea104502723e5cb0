package io.octroi.subscription.removal;

import io.octroi.subscription.watermark.Watermarks;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks whether members whose time is over may be put out now. */
@Component
public final class RemovalGate {
  /**
   * Both numbers in one statement: a member who is put out in between counts once, neither twice
   * nor not at all. Neither is counted beyond what decides. The parameters are since when who was
   * put out counts, a limit, the cutoff, the families, whether these are the exceptions, a limit.
   */
  public static final String BATCH =
      """
      select (select count(*) from (
                select from removals
                 where release_id is null and removed_at > ?::timestamptz
                 limit ?) r)
           + (select count(*) from (
                select from subscriptions
                 where status = 'active' and ends_at <= ?::timestamptz
                   and (family = any(?::text[])) <> ?
                 limit ?) d)
      """;

  /** Whether there are so many active members; the parameter is how many suffice. */
  public static final String ACTIVE =
      """
      select count(*) from (
        select ends_at from subscriptions where status = 'active' order by ends_at desc limit ?) a
      """;

  private final JdbcTemplate jdbc;
  private final Watermarks watermarks;
  private final Arming arming;
  private final RemovalProperties settings;
  private final RemovalRules rules;

  RemovalGate(JdbcTemplate jdbc, Watermarks watermarks, Arming arming, RemovalProperties settings) {
    this.jdbc = jdbc;
    this.watermarks = watermarks;
    this.arming = arming;
    this.settings = settings;
    this.rules = settings.toRules();
  }

  /** As things stand; belongs into the transaction that acts on it. */
  public Gate look(Instant now) {
    Armed armed = new Armed(arming.armedByDefault(), arming.exceptions());
    Optional<Instant> cutoff = rules.cutoff(watermarks.effective(), now);
    return cutoff
        .map(end -> new Gate(end, fits(end, armed, now), armed))
        .orElseGet(() -> new Gate(Instant.EPOCH, true, armed));
  }

  private boolean fits(Instant cutoff, Armed armed, Instant now) {
    long most = rules.maxCount() + 1L;
    long batch =
        count(
            BATCH,
            now.minus(settings.window()).toString(),
            most,
            cutoff.toString(),
            armed.exceptionArray(),
            armed.byDefault(),
            most);
    return rules
        .activeNeeded(batch)
        .map(needed -> needed == 0 || count(ACTIVE, needed) >= needed)
        .orElse(false);
  }

  private long count(String query, Object... arguments) {
    Long count = jdbc.queryForObject(query, Long.class, arguments);
    return count == null ? 0 : count;
  }
}
