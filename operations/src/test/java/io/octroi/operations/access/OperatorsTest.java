package io.octroi.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.operations.access.OperationsProperties.Credential;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorsTest {
  /** SHA-256 of "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void an_operator_is_known_by_the_hash_of_their_token() {
    Operators operators =
        new Operators(
            new OperationsProperties(List.of(new Credential("day-shift", ABC)), "", "operator"));

    assertThat(operators.identify("abc")).hasValue(new Operator("day-shift"));
    assertThat(operators.identify(ABC)).isEmpty();
    assertThat(operators.identify("")).isEmpty();
  }

  @Test
  void one_machine_has_one_token_with_a_name() {
    Operators operators = new Operators(new OperationsProperties(List.of(), "sesame", "me"));

    assertThat(operators.identify("sesame")).hasValue(new Operator("me"));
  }

  @Test
  void without_any_credential_nobody_gets_in() {
    Operators operators = new Operators(new OperationsProperties(List.of(), "", "operator"));

    assertThat(operators.identify("")).isEmpty();
    assertThat(operators.identify("operator")).isEmpty();
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
