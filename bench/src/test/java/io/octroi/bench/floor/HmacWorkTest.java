package io.octroi.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.stripe.StripeSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class HmacWorkTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void it_computes_what_stripe_signs_with() throws Exception {
    HmacWork work = new HmacWork(BODY, "whsec_floor");

    assertThat(
            StripeSignature.header(
                BODY, List.of("whsec_floor"), Instant.parse("2026-01-01T00:00:00Z")))
        .endsWith(",v1=" + work.signature());
  }

  @Test
  void it_counts_each_signature() throws Exception {
    LongAdder done = new LongAdder();

    new HmacWork(BODY, "whsec_floor").run(() -> done.sum() < 3, done);

    assertThat(done.sum()).isEqualTo(3);
  }
}
