package io.octroi.gateway.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.scheme.Verification.Rejected;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.testing.Schemes;
import io.octroi.gateway.testing.Vector;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict on every case of the vector files, in the pure core. */
class VectorTest {
  /** Signed over bytes that are no text; the event cannot be read, so it is not taken. */
  private static final Set<String> STRICTER =
      Set.of("stripe:body.non_utf8_signed_over_bytes", "paypal:body.non_utf8_signed_over_bytes");

  /** The reason is only advice: more than one can be true. */
  private static final Map<String, String> OTHER_REASON =
      Map.of("cinetpay:encoding.latin1_percent_encoding", "invalid:unreadable-body");

  /** The case names another type than its own body does. */
  private static final Set<String> MISNAMED = Set.of("aws_sns:valid.subscription_confirmation");

  /** A probe is answered without a scheme's verdict. */
  static Stream<Vector> all() {
    return Vector.all().filter(vector -> !vector.method().equals("GET"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_case_gets_its_verdict(Vector vector) {
    Verification verdict = verdict(vector);

    if (STRICTER.contains(vector.toString())) {
      assertThat(verdict).isEqualTo(new Rejected(RejectionReason.MALFORMED_BODY));
    } else {
      assertThat(text(verdict)).isIn(expected(vector));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar-SA", "th-TH-u-nu-thai", "fa-IR", "tr-TR"})
  void the_machine_s_locale_changes_no_verdict(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));

      assertThat(Vector.must())
          .allSatisfy(vector -> assertThat(text(verdict(vector))).isIn(expected(vector)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_valid_case_yields_the_event_it_names() {
    assertThat(Vector.must().filter(Vector::valid))
        .isNotEmpty()
        .allSatisfy(vector -> {
          Verified event = (Verified) verdict(vector);

          if (!vector.extract("event_id").isEmpty()) {
            assertThat(event.eventId()).isEqualTo(vector.extract("event_id"));
          }
          if (!vector.extract("event_type").isEmpty() && !MISNAMED.contains(vector.toString())) {
            assertThat(event.eventType()).isEqualTo(vector.extract("event_type"));
          }
          assertThat(event.orderingKey()).isNotBlank();
        });
  }

  @Test
  void the_previous_secret_says_that_it_was_the_previous_one() {
    Verified event =
        (Verified)
            verdict(
                Vector.all()
                    .filter(vector -> vector.toString().contains("only_previous_signed"))
                    .findFirst()
                    .orElseThrow());

    assertThat(event.secretVersion()).isEqualTo("v1");
  }

  /** What cannot be read before anything is proved has a name of its own here. */
  private static Set<String> expected(Vector vector) {
    if (vector.decidedByAsking()) {
      return Set.of("valid");
    }
    String expected = OTHER_REASON.getOrDefault(vector.toString(), vector.expected());
    return Set.of("invalid:malformed-body", "invalid:empty-body").contains(expected)
        ? Set.of(expected, "invalid:unreadable-body")
        : Set.of(expected);
  }

  private static Verification verdict(Vector vector) {
    return Schemes.of(vector).verify(vector.request(), vector.now(), vector.secrets());
  }

  private static String text(Verification verdict) {
    return switch (verdict) {
      case Verified ignored -> "valid";
      case Rejected(RejectionReason reason) -> "invalid:" + reason.wireName();
    };
  }
}
