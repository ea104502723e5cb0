package io.octroi.subscription.removal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.operations.finding.Findings;
import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who stays although their time is over: a number for each obstacle and family, told when it comes
 * up and when it is gone, not member by member. A finding where an operator has to decide.
 */
@Component
public class WaitingRemovals {
  /** Counts them; no parameters. */
  public static final String BY_OBSTACLE =
      """
      select grace_reason, family, count(*) as members, min(ends_at) as since
        from subscriptions
       where status = 'active' and grace_until is not null
       group by grace_reason, family order by grace_reason, family
      """;

  /** The condition of the findings; their subjects are {@code <obstacle>:<family>}. */
  private static final String CONDITION = "removals_waiting";

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRemovals.class);

  private final JdbcTemplate jdbc;
  private final Findings findings;
  private final ConcurrentHashMap<String, Long> numbers = new ConcurrentHashMap<>();
  private Optional<List<Waiting>> told = Optional.empty();

  WaitingRemovals(JdbcTemplate jdbc, Findings findings, MeterRegistry metrics) {
    this.jdbc = jdbc;
    this.findings = findings;
    for (Obstacle obstacle : Obstacle.values()) {
      SubscriptionMetric.REMOVALS_WAITING.show(
          metrics, () -> numbers.getOrDefault(obstacle.code(), 0L), obstacle.code());
    }
  }

  /**
   * @param obstacle as {@link Obstacle#code()} names it
   * @param since the end of the one who has stayed longest
   */
  public record Waiting(
      @JsonProperty("obstacle") String obstacle,
      @JsonProperty("family") String family,
      @JsonProperty("members") long members,
      @JsonProperty("since") Instant since) {
    String subject() {
      return obstacle + ":" + family;
    }
  }

  /** Who stays now. */
  public List<Waiting> all() {
    return jdbc.query(
        BY_OBSTACLE,
        (row, number) ->
            new Waiting(
                row.getString("grace_reason"),
                row.getString("family"),
                row.getLong("members"),
                row.getObject("since", OffsetDateTime.class).toInstant()));
  }

  /**
   * Looks, and keeps the findings true. Waiting for watermarks is no finding as such: every end
   * waits for them a while.
   *
   * @param stayed whether somebody's grace was just extended
   */
  public synchronized void look(boolean stayed) {
    if (!stayed && told.filter(List::isEmpty).isPresent()) {
      return;
    }
    List<Waiting> all = all();
    if (told.filter(all::equals).isPresent()) {
      return;
    }
    numbers.clear();
    all.forEach(w -> numbers.merge(w.obstacle(), w.members(), Long::sum));
    List<Waiting> needed =
        all.stream().filter(w -> !w.obstacle().equals(Obstacle.WATERMARK.code())).toList();
    needed.forEach(this::report);
    findings.settle(CONDITION, needed.stream().map(Waiting::subject).collect(Collectors.toSet()));
    told = Optional.of(all);
  }

  private void report(Waiting w) {
    findings.report(
        CONDITION,
        w.subject(),
        Map.of("members", w.members(), "since", w.since().toString()),
        w.obstacle().equals(Obstacle.BATCH.code())
            ? "Find out why so many end at once. If it is right, one operator asks for a release"
                + " (POST /operations/removal-releases) and another one approves it."
            : "Arm the family (PUT /operations/removal-arming/{family}) when its members may be"
                + " put out again.");
    if (told.stream().flatMap(List::stream).noneMatch(t -> t.subject().equals(w.subject()))) {
      LOG.atError()
          .addKeyValue(LogKeys.REASON, w.obstacle())
          .addKeyValue(LogKeys.FAMILY, w.family())
          .addKeyValue(LogKeys.COUNT, w.members())
          .log("Members stay although their time is over, until an operator decides");
    }
  }
}
