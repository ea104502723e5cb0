package io.octroi.vectors.verdict;

import io.octroi.vectors.file.Expectation;
import java.util.Locale;

/** How a verdict compares with what the file says. */
public enum Judgement {
  PASSED,
  FAILED,
  /** Other verdicts can be defended, and this is the one that the file recommends. */
  AS_RECOMMENDED,
  /** Other verdicts can be defended, and this is one of them. */
  OTHERWISE;

  /** Valid or invalid counts; the reason is advice, because more than one can be true. */
  public static Judgement of(Verdict verdict, Expectation expected) {
    boolean same =
        switch (verdict) {
          case Verdict.Valid _ -> expected.valid();
          case Verdict.Invalid _ -> expected.word().startsWith("invalid");
          case Verdict.Classified(String word) -> expected.word().equals(word);
          case Verdict.Broken _ -> false;
        };
    if (!expected.policy() || verdict instanceof Verdict.Broken) {
      return same ? PASSED : FAILED;
    }
    return same ? AS_RECOMMENDED : OTHERWISE;
  }

  /** As it is printed. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
