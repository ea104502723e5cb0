package io.octroi.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of each golden event mean what the file beside it says. */
class GoldenTranslationTest {
  private final StripeTranslator translator = Stripe.translator();

  static List<String> events() throws IOException {
    try (Stream<Path> files = Files.list(golden())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_means_what_stands_beside_it(String name) throws IOException {
    // Given
    byte[] body = Files.readAllBytes(golden().resolve(name + ".json"));
    String expected = Files.readString(golden().resolve(name + ".txt"));

    // When
    String meaning = Rendered.of(translator.translate(Stripe.webhook(body)));

    // Then
    assertThat(meaning).isEqualTo(expected);
  }

  private static Path golden() {
    try {
      return Path.of(
          Objects.requireNonNull(GoldenTranslationTest.class.getResource("/golden/stripe"))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
