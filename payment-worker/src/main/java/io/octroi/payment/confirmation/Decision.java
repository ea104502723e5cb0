package io.octroi.payment.confirmation;

import java.time.Duration;
import java.util.Optional;

/**
 * What to do now.
 *
 * @param reason why, where the verdict does not tell; a stable code
 */
record Decision(Verdict verdict, Next next, String reason) {

  /** What follows from a verdict. */
  sealed interface Next {
    /** The inquiry is at its end, and what was found is passed on. */
    record Pass(InquiryState state, Finding finding) implements Next {}

    /** The inquiry is at its end, and nothing may follow from it. */
    record Close(InquiryState state) implements Next {}

    /**
     * The same question again.
     *
     * @param after not earlier than this; zero where nobody said
     */
    record Again(Duration after) implements Next {}
  }

  static Decision close(Verdict verdict, InquiryState state) {
    return new Decision(verdict, new Next.Close(state), "");
  }

  static Decision again(Verdict verdict, Duration after, String reason) {
    return new Decision(verdict, new Next.Again(after), reason);
  }

  static Decision pass(Verdict verdict, InquiryState state, Finding finding) {
    return new Decision(verdict, new Next.Pass(state, finding), "");
  }

  /** What is passed on, if anything. */
  Optional<Finding> passed() {
    return next instanceof Next.Pass(InquiryState _, Finding finding)
        ? Optional.of(finding)
        : Optional.empty();
  }
}
