package io.octroi.gateway.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private static final byte[] BODY = {0, -1, 13, 10, 'x'};
  private static final Instant AT = Instant.parse("2026-09-21T12:00:00.123456789Z");

  @Test
  void an_entry_comes_back_as_it_was_but_for_what_nobody_reads() {
    WebhookHeaders headers =
        new WebhookHeaders()
            .add("X-Signature", "one")
            .add("X-Signature", "é")
            .add("authorization", "Bearer of_somebody")
            .add("Cookie", "a=b")
            .add("X-Forwarded-For", "192.0.2.1");
    Entry entry =
        new Entry(
            "partner",
            AT,
            "POST",
            "signature-mismatch",
            "0a1b",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            new WebhookRequest("https://hooks.example.org/a?b=c", "order-1", BODY, headers));

    Entry read = EntryCodec.read(EntryCodec.write(entry)).orElseThrow();

    assertThat(read).usingRecursiveComparison().ignoringFields("request").isEqualTo(entry);
    assertThat(read.request().url()).isEqualTo(entry.request().url());
    assertThat(read.request().reference()).isEqualTo("order-1");
    assertThat(read.request().body()).isEqualTo(BODY);
    assertThat(read.request().headers().lines())
        .containsOnlyKeys("X-Signature")
        .containsEntry("X-Signature", List.of("one", "é"));
  }

  @Test
  void an_entry_of_before_traces_were_kept_is_still_read() {
    Entry entry =
        new Entry(
            "partner",
            AT,
            "POST",
            "token-mismatch",
            "0a1b",
            "",
            new WebhookRequest(BODY, new WebhookHeaders()));
    byte[] bytes = EntryCodec.write(entry);
    int trace = 1 + 4 * 5 + ("partner" + AT + "POST" + "token-mismatch" + "0a1b").length();
    byte[] first =
        ByteBuffer.allocate(bytes.length - 4)
            .put(bytes, 0, trace)
            .put(bytes, trace + 4, bytes.length - trace - 4)
            .put(0, (byte) 1)
            .array();

    Entry read = EntryCodec.read(first).orElseThrow();

    assertThat(read.source()).isEqualTo("0a1b");
    assertThat(read.traceparent()).isEmpty();
    assertThat(read.request().body()).isEqualTo(BODY);
  }

  @Test
  void what_is_cut_or_of_another_version_is_no_entry() {
    byte[] bytes =
        EntryCodec.write(
            new Entry(
                "partner",
                AT,
                "POST",
                "token-mismatch",
                "0a1b",
                "",
                new WebhookRequest(BODY, new WebhookHeaders())));

    for (int length = 0; length < bytes.length; length++) {
      assertThat(EntryCodec.read(Arrays.copyOf(bytes, length))).isEmpty();
    }
    bytes[0] = 3;
    assertThat(EntryCodec.read(bytes)).isEmpty();
  }
}
