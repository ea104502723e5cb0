package io.octroi.vectors.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.vectors.file.Expectation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Verdict VALID = new Verdict.Valid("");
  private static final Verdict FORGED = new Verdict.Invalid("signature-mismatch");
  private static final Verdict BROKEN = new Verdict.Broken("answered 500");

  @Test
  void whether_a_request_is_let_in_counts_and_the_reason_does_not() {
    assertThat(Judgement.of(VALID, must("valid"))).isEqualTo(Judgement.PASSED);
    assertThat(Judgement.of(FORGED, must("invalid:missing-header"))).isEqualTo(Judgement.PASSED);
    assertThat(Judgement.of(FORGED, must("valid"))).isEqualTo(Judgement.FAILED);
    assertThat(Judgement.of(VALID, must("invalid:missing-header"))).isEqualTo(Judgement.FAILED);
  }

  @Test
  void a_matter_of_policy_never_fails_unless_something_broke() {
    assertThat(Judgement.of(VALID, policy("valid"))).isEqualTo(Judgement.AS_RECOMMENDED);
    assertThat(Judgement.of(FORGED, policy("valid"))).isEqualTo(Judgement.OTHERWISE);
    assertThat(Judgement.of(BROKEN, policy("invalid:empty-body"))).isEqualTo(Judgement.FAILED);
  }

  @Test
  void what_breaks_is_no_rejection() {
    assertThat(Judgement.of(BROKEN, must("invalid:malformed-body"))).isEqualTo(Judgement.FAILED);
  }

  @Test
  void of_a_result_code_the_class_counts() {
    Verdict pending = new Verdict.Classified("pending");

    assertThat(Judgement.of(pending, must("pending"))).isEqualTo(Judgement.PASSED);
    assertThat(Judgement.of(pending, must("success"))).isEqualTo(Judgement.FAILED);
  }

  private static Expectation must(String word) {
    return new Expectation(word, false, "", "", Optional.empty());
  }

  private static Expectation policy(String word) {
    return new Expectation(word, true, "", "", Optional.empty());
  }
}
