package io.octroi.payment.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of each golden event mean what the file beside it says. */
class GoldenTranslationTest {

  static Stream<Arguments> events() {
    return Stream.of(
            "stripe",
            "paypal",
            "hyperpay",
            "wave",
            "cinetpay",
            "flutterwave",
            "paystack",
            "mtn_momo",
            "orange_money")
        .flatMap(p -> Providers.samples(p).map(name -> Arguments.of(p, name)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_means_what_stands_beside_it(String provider, String name) throws IOException {
    // Given
    List<String> expected =
        Files.readAllLines(Providers.directory(provider).resolve(name + ".txt"));

    // When
    Translation meaning =
        Providers.translator(provider).translate(Providers.sample(provider, name));

    // Then
    assertThat(Rendered.of(meaning).lines()).containsExactlyElementsOf(expected);
  }
}
