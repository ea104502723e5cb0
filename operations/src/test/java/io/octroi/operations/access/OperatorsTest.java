package io.octroi.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.operations.access.OperationsProperties.Credential;
import io.octroi.runtime.secret.SensitiveSetting;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OperatorsTest {
  /** SHA-256 of "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void an_operator_is_known_by_the_hash_of_their_token() {
    Operators operators = operators(List.of(new Credential("day-shift", ABC)), "");

    assertThat(operators.identify("abc")).hasValue(new Operator("day-shift"));
    assertThat(operators.identify(ABC)).isEmpty();
    assertThat(operators.identify("")).isEmpty();
  }

  @Test
  void one_machine_has_one_token_with_a_name() {
    assertThat(operators(List.of(), "sesame").identify("sesame")).hasValue(new Operator("me"));
  }

  @Test
  void without_any_credential_nobody_gets_in() {
    Operators operators = operators(List.of(), "");

    assertThat(operators.identify("")).isEmpty();
    assertThat(operators.identify("me")).isEmpty();
  }

  @Test
  void a_token_that_was_rotated_lets_in_at_once_and_the_old_one_no_more() {
    AtomicReference<String> known = new AtomicReference<>("old");
    AtomicReference<String> kept = new AtomicReference<>("old");
    Operators operators =
        new Operators(new OperationsProperties(List.of(), "", "me"), new Rotating(known, kept));
    assertThat(operators.identify("old")).isPresent();

    kept.set("new");

    assertThat(operators.identify("new")).hasValue(new Operator("me"));
    assertThat(operators.identify("old")).isEmpty();
  }

  /** Knows what is kept once somebody was refused. */
  private record Rotating(AtomicReference<String> known, AtomicReference<String> kept)
      implements SensitiveSetting {
    @Override
    public String value() {
      return known.get();
    }

    @Override
    public boolean isOtherThan(String refused) {
      known.set(kept.get());
      return !value().equals(refused);
    }

    @Override
    public void refused(String refused) {
      isOtherThan(refused);
    }
  }

  private static Operators operators(List<Credential> credentials, String token) {
    return new Operators(
        new OperationsProperties(credentials, "", "me"), SensitiveSetting.fixed(token));
  }

  @Test
  void tokens_are_not_told() {
    assertThat(
            new OperationsProperties(List.of(new Credential("day-shift", ABC)), "sesame", "me")
                .toString())
        .contains("day-shift")
        .doesNotContain("sesame")
        .doesNotContain(ABC);
  }
}
