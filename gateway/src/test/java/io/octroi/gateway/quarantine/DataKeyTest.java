package io.octroi.gateway.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DataKeyTest {
  private static final byte[] PLAIN = "a body".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CONTEXT = "stripe\n2026".getBytes(StandardCharsets.UTF_8);

  private final DataKey key = key(1);

  @Test
  void what_was_sealed_opens_with_its_key_and_context_only() {
    byte[] sealed = key.seal(PLAIN, CONTEXT);

    assertThat(key.open(sealed, CONTEXT)).hasValue(PLAIN);
    assertThat(key(2).open(sealed, CONTEXT)).isEmpty();
    assertThat(key.open(sealed, "paypal\n2026".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void no_changed_or_cut_byte_goes_unnoticed() {
    byte[] sealed = key.seal(PLAIN, CONTEXT);

    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(key.open(changed, CONTEXT)).isEmpty();
      assertThat(key.open(Arrays.copyOf(sealed, i), CONTEXT)).isEmpty();
    }
  }

  @Test
  void the_same_is_never_sealed_alike() {
    assertThat(key.seal(PLAIN, CONTEXT)).isNotEqualTo(key.seal(PLAIN, CONTEXT));
  }

  @Test
  void a_source_has_one_name_under_a_key_and_another_under_the_next() {
    Source source = new Source("192.0.2.1");

    assertThat(key.nameOf(source)).hasSize(16).isEqualTo(key.nameOf(source));
    assertThat(key.nameOf(source)).isNotEqualTo(key(2).nameOf(source));
    assertThat(key.nameOf(source)).isNotEqualTo(key.nameOf(new Source("192.0.2.2")));
  }

  @Test
  void only_32_bytes_in_base64_are_a_key() {
    assertThat(DataKey.of(new Secret("1", "whsec_not_a_key"))).isEmpty();
    assertThat(DataKey.of(new Secret("1", text(new byte[16])))).isEmpty();
    assertThat(DataKey.of(new Secret("1", text(new byte[32])))).isPresent();
  }

  private static DataKey key(long seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return DataKey.of(new Secret(Long.toString(seed), text(bytes))).orElseThrow();
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
