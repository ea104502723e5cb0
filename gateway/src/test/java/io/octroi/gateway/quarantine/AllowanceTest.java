package io.octroi.gateway.quarantine;

import static io.octroi.gateway.quarantine.Allowance.Verdict.ALL_SPENT;
import static io.octroi.gateway.quarantine.Allowance.Verdict.ENDPOINT_SPENT;
import static io.octroi.gateway.quarantine.Allowance.Verdict.GRANTED;
import static io.octroi.gateway.quarantine.Allowance.Verdict.SOURCE_SPENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.octroi.gateway.source.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AllowanceTest {
  private static final Source ATTACKER = new Source("192.0.2.66");
  private static final Source PROVIDER = new Source("192.0.2.1");

  private long nanos;
  private final Allowance allowance = new Allowance(limits(40, 60, 100), time());

  @Test
  void a_flood_from_one_source_leaves_room_for_the_others() {
    for (int i = 0; i < 100; i++) {
      allowance.take("stripe", ATTACKER, 10);
    }

    assertThat(allowance.take("stripe", ATTACKER, 10)).isEqualTo(SOURCE_SPENT);
    assertThat(allowance.take("stripe", PROVIDER, 10)).isEqualTo(GRANTED);
  }

  @Test
  void a_flood_at_one_endpoint_leaves_room_at_the_others() {
    for (int i = 0; i < 6; i++) {
      assertThat(allowance.take("stripe", new Source("192.0.2." + i), 10)).isEqualTo(GRANTED);
    }

    assertThat(allowance.take("stripe", PROVIDER, 10)).isEqualTo(ENDPOINT_SPENT);
    assertThat(allowance.take("paypal", PROVIDER, 10)).isEqualTo(GRANTED);
  }

  @Test
  void what_is_refused_costs_nothing() {
    for (int i = 0; i < 10; i++) {
      allowance.take("endpoint-" + i % 5, new Source("192.0.2." + i), 10);
    }

    for (int i = 0; i < 100; i++) {
      assertThat(allowance.take("wave", PROVIDER, 10)).isEqualTo(ALL_SPENT);
    }
    nanos += Duration.ofHours(1).toNanos();

    assertThat(allowance.take("wave", PROVIDER, 40)).isEqualTo(GRANTED);
  }

  @Test
  void no_source_may_have_it_all() {
    assertThatThrownBy(() -> limits(100, 100, 100)).isInstanceOf(IllegalArgumentException.class);
  }

  private static QuarantineProperties limits(int source, int endpoint, int all) {
    return new QuarantineProperties(
        "",
        DataSize.ofKilobytes(256),
        Duration.ofDays(3),
        DataSize.ofBytes(source),
        DataSize.ofBytes(endpoint),
        DataSize.ofBytes(all),
        100,
        64,
        Duration.ofMinutes(10));
  }

  private TimeMeter time() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos;
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
