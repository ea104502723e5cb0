package io.octroi.messaging;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which lanes this relay may publish. Time is the database's, so that relays whose clocks differ
 * agree on when a lease is over.
 */
final class LaneLeases {
  /** Keeps what is ours and takes what is free; a lane that another relay is taking is left. */
  private static final String CLAIM =
      """
      update outbox_lanes
         set owner = ?, leased_until = clock_timestamp() + make_interval(secs => ?)
       where lane in (select lane
                        from outbox_lanes
                       where owner = ? or leased_until < clock_timestamp()
                       order by lane
                         for update skip locked)
      returning lane
      """;

  private static final String RELEASE =
      "update outbox_lanes set owner = null, leased_until = '-infinity' where owner = ?";

  private final JdbcTemplate jdbc;
  private final String owner;
  private final Duration lease;

  LaneLeases(JdbcTemplate jdbc, String owner, Duration lease) {
    this.jdbc = jdbc;
    this.owner = owner;
    this.lease = lease;
  }

  /** Makes sure that there is a row per lane. */
  void prepare(int lanes) {
    jdbc.update(
        "insert into outbox_lanes (lane) select unnest(?::int[]) on conflict do nothing",
        (Object) IntStream.range(0, lanes).boxed().toArray(Integer[]::new));
  }

  /** Renews this relay's leases and takes free lanes; what it holds for the length of a lease. */
  List<Integer> claim() {
    return jdbc.query(
        CLAIM, (row, number) -> row.getInt(1), owner, lease.toMillis() / 1000.0, owner);
  }

  /** Gives the lanes back, so that another relay need not wait for the leases to end. */
  void release() {
    jdbc.update(RELEASE, owner);
  }
}
