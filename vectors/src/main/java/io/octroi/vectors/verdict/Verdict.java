package io.octroi.vectors.verdict;

/** What became of a case. */
public sealed interface Verdict {

  /**
   * Let in and, where a provider has to be asked, confirmed.
   *
   * @param remark what differs from the file and decides nothing; empty if nothing does
   */
  record Valid(String remark) implements Verdict {}

  /**
   * Not let in, or let in and not confirmed.
   *
   * @param reason a stable code such as {@code signature-mismatch}
   */
  record Invalid(String reason) implements Verdict {}

  /**
   * A result code's class.
   *
   * @param word such as {@code pending}
   */
  record Classified(String word) implements Verdict {}

  /**
   * What must never happen, whatever the file expects.
   *
   * @param what happened, in a few words
   */
  record Broken(String what) implements Verdict {}

  /** As the files write it. */
  default String text() {
    return switch (this) {
      case Valid _ -> "valid";
      case Invalid(String reason) -> "invalid:" + reason;
      case Classified(String word) -> word;
      case Broken(String what) -> what;
    };
  }
}
