package io.octroi.gateway.scheme;

import java.util.List;
import java.util.function.Predicate;

/** Finds the secret that proves a request. */
public final class Proof {
  private Proof() {}

  /**
   * The first of {@code secrets} that proves it. All secrets that {@code usable} leaves out prove
   * nothing, and without a usable one the fault is ours.
   *
   * @param otherwise the reason if none does
   */
  public static Attempt<Secret> by(
      List<Secret> secrets,
      Predicate<Secret> usable,
      Predicate<Secret> proves,
      RejectionReason otherwise) {
    List<Secret> candidates = secrets.stream().filter(usable).toList();
    if (candidates.isEmpty()) {
      return Attempt.failed(RejectionReason.MISCONFIGURED_SECRET);
    }
    return candidates.stream()
        .filter(proves)
        .findFirst()
        .<Attempt<Secret>>map(Attempt::passed)
        .orElseGet(() -> Attempt.failed(otherwise));
  }
}
