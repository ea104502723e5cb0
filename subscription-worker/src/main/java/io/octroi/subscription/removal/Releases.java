package io.octroi.subscription.removal;

import io.octroi.contracts.EventIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Releases: asked for, approved, used up. */
@Component
public class Releases {
  private static final String ASK =
      """
      insert into removal_releases
        (release_id, family, max_count, valid_until, reason, requested_by, requested_at)
      values (?, ?, ?, ?::timestamptz, ?, ?, ?::timestamptz)
      """;

  private static final String APPROVE =
      """
      update removal_releases set approved_by = ?, approved_at = ?::timestamptz
       where release_id = ? and approved_by is null and requested_by <> ?
         and valid_until > ?::timestamptz
      """;

  private static final String CLAIM =
      """
      select * from removal_releases
       where approved_by is not null and used < max_count and valid_until > ?::timestamptz
         and not (release_id = any(?::uuid[]))
       order by requested_at, release_id
       limit 1
         for update skip locked
      """;

  private final JdbcTemplate jdbc;

  Releases(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What one person asks for. */
  record Request(@Nullable String family, int maxCount, Instant validUntil, String reason) {}

  /** What came of an approval. */
  sealed interface Approval {
    record Approved(Release release) implements Approval {}

    record NoSuchRelease() implements Approval {}

    /** Whoever asks for a release does not approve it. */
    record SamePerson() implements Approval {}

    /** It has been approved before, or its time is over. */
    record TooLate() implements Approval {}
  }

  Release ask(Request request, String operator, Instant now) {
    UUID id = EventIds.next(now);
    jdbc.update(
        ASK,
        id,
        request.family(),
        request.maxCount(),
        request.validUntil().toString(),
        request.reason(),
        operator,
        now.toString());
    return find(id).orElseThrow();
  }

  Approval approve(UUID id, String operator, Instant now) {
    int approved = jdbc.update(APPROVE, operator, now.toString(), id, operator, now.toString());
    Release release = find(id).orElse(null);
    if (release == null) {
      return new Approval.NoSuchRelease();
    }
    if (approved == 1) {
      return new Approval.Approved(release);
    }
    return release.requestedBy().equals(operator)
        ? new Approval.SamePerson()
        : new Approval.TooLate();
  }

  /** The newest ones. */
  List<Release> newest(int limit) {
    return jdbc.query(
        "select * from removal_releases order by requested_at desc, release_id desc limit ?",
        Releases::read,
        limit);
  }

  /**
   * The oldest approved release with something left, held until the transaction ends.
   *
   * @param except releases that have nobody to put out
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Release> claim(Instant now, List<UUID> except) {
    String[] ids = except.stream().map(UUID::toString).toArray(String[]::new);
    return jdbc.query(CLAIM, Releases::read, now.toString(), ids).stream().findFirst();
  }

  /** Members were put out by it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void use(Release release, int count) {
    jdbc.update(
        "update removal_releases set used = used + ? where release_id = ?",
        count,
        release.releaseId());
  }

  private Optional<Release> find(UUID id) {
    return jdbc
        .query("select * from removal_releases where release_id = ?", Releases::read, id)
        .stream()
        .findFirst();
  }

  private static Release read(ResultSet row, int number) throws SQLException {
    OffsetDateTime approvedAt = row.getObject("approved_at", OffsetDateTime.class);
    return new Release(
        row.getObject("release_id", UUID.class),
        row.getString("family"),
        row.getInt("max_count"),
        row.getObject("valid_until", OffsetDateTime.class).toInstant(),
        row.getString("reason"),
        row.getString("requested_by"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getString("approved_by"),
        approvedAt == null ? null : approvedAt.toInstant(),
        row.getInt("used"));
  }
}
