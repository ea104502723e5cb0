package io.octroi.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  private static final Vocabulary VOCABULARY = Vocabulary.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HikariPool-1 - Start completed.",
        "Started GatewayApplication in 3.21 seconds (process running for 3.9)",
        "Tomcat started on ports 8080 (http), 9080 (http) with context path '/'",
        "[Consumer clientId=consumer-payment-worker-1, groupId=payment-worker] Node -1 disconnected.",
        "Connection to node -1 (localhost/127.0.0.1:9092) could not be established.",
        "Property: octroi.gateway.endpoints[0].secret-id",
        "Connection to 10.12.113.145:5432 refused",
        "org.springframework.kafka.KafkaException: Seek to current after exception",
        "timed out after 120000 ms at 2026-11-21T22:10:00.123Z",
        "could not execute statement; SQL [n/a]; constraint [null]",
        ""
      })
  void what_libraries_say_of_themselves_stays(String text) {
    assertThat(masked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Detail: Key (email)=(awa.n@example.com) already exists. | Detail: Key (email)=([masked]) already exists.
          user 'Aïssata Diop' is unknown                     | user '[masked]' is unknown
          number 4242 4242 4242 4242 refused                 | number [masked] refused
          number 4242-4242-4242-4242 refused                 | number [masked] refused
          call +221 77 123 45 67 failed                      | call [masked] failed
          call 221771234567 failed                           | call [masked] failed
          key sk_live_4eC39HqLyjWDarjtT1zdp7dc is invalid    | key [masked] is invalid
          POST https://api.telegram.org/bot100200300:AAH_k3/sendMessage | POST https://api.telegram.org/[masked]:[masked]/sendMessage
          token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s1gn    | token [masked]
          550 <awa.n@example.com>: Recipient refused         | 550 <[masked]>: Recipient refused
          from 41.82.113.145 refused                         | from [masked] refused
          delivered at 12 Ngor Street, Dakar                 | delivered at [masked], [masked]
          """)
  void what_names_or_reaches_somebody_or_opens_something_does_not(String text, String shown) {
    assertThat(masked(text)).isEqualTo(shown);
  }

  @Test
  void a_word_of_the_deployment_stays_where_it_says_so() {
    assertThat(Prose.masked("host kafka-blau.dakar", Vocabulary.with(List.of("blau", "dakar"))))
        .isEqualTo("host kafka-blau.dakar");
    assertThat(masked("host kafka-blau.dakar")).isEqualTo("host [masked]");
  }

  @Test
  void an_endless_text_is_cut() {
    assertThat(masked("value ".repeat(100_000))).hasSizeLessThan(Prose.MAX_LENGTH + 20);
  }

  @Test
  void an_operators_words_stay_without_numbers_addresses_and_secrets() {
    assertThat(
            Prose.withoutData(
                "Aïssata called from +221771234567, see TICKET-4711; keys sk_live_a1B2c3D4e5 and"
                    + " aEZhT2ZBS2FhMFdxZE9OandxTjJkbGo4NzBhM05VWQ== of awa.n@example.com"))
        .isEqualTo(
            "Aïssata called from [masked], see TICKET-4711; keys [masked] and [masked]== of [masked]");
  }

  /** Whatever is drawn, and however it is wrapped, none of it comes through. */
  @Test
  void no_random_text_comes_through() {
    long seed = 20261121L;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 20_000; i++) {
      String value = drawn(random, i);
      String wrapped = wrapped(random, value);
      assertThat(masked(wrapped))
          .as("seed %d, round %d, of %s", seed, i, wrapped)
          .doesNotContain(value)
          .contains(Fields.MASK);
    }
  }

  private static String drawn(RandomGenerator random, int round) {
    byte[] bytes = new byte[16 + random.nextInt(24)];
    random.nextBytes(bytes);
    return switch (round % 5) {
      case 0 -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
      case 1 -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      case 2 -> "+" + (1_000_000_000L + random.nextLong(9_000_000_000_000L));
      case 3 -> foreign(random, 0x400, 0x44F);
      default -> foreign(random, 'a', 'z') + "@" + foreign(random, 'a', 'z') + ".com";
    };
  }

  private static String foreign(RandomGenerator random, int from, int to) {
    int[] letters = random.ints(6L + random.nextInt(10), from, to + 1).toArray();
    return new String(letters, 0, letters.length);
  }

  private static String wrapped(RandomGenerator random, String value) {
    return switch (random.nextInt(5)) {
      case 0 -> "value (" + value + ") is invalid";
      case 1 -> "{\"name\":\"" + value + "\"}";
      case 2 -> "failed: " + value;
      case 3 -> "https://example.com/path/" + value + "?id=1";
      default -> "(id)=(" + value + ");";
    };
  }

  private static String masked(String text) {
    return Prose.masked(text, VOCABULARY);
  }
}
