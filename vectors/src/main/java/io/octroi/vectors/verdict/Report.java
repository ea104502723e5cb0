package io.octroi.vectors.verdict;

import io.octroi.vectors.file.VectorCase;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;

/** Prints a line a case and, at the end, how many there were of each kind. */
public final class Report {
  private final PrintWriter out;
  private final Map<Judgement, Integer> counts = new EnumMap<>(Judgement.class);

  public Report(PrintWriter out) {
    this.out = out;
  }

  /** Tells one case. */
  public void tell(String file, VectorCase vector, Verdict verdict) {
    Judgement judgement = Judgement.of(verdict, vector.expectation());
    counts.merge(judgement, 1, Integer::sum);
    String line = judgement.word() + "  " + file + "  " + vector.name() + "  " + verdict.text();
    out.println(line + difference(judgement, vector, verdict));
  }

  private static String difference(Judgement judgement, VectorCase vector, Verdict verdict) {
    String expected = vector.expectation().word();
    return switch (judgement) {
      case FAILED -> "  (expected " + expected + ")";
      case OTHERWISE -> "  (recommended " + expected + ")";
      case PASSED, AS_RECOMMENDED ->
          verdict instanceof Verdict.Valid(String remark) && !remark.isEmpty()
              ? "  (" + remark + ")"
              : "";
    };
  }

  /** Tells the sum; whether no case failed. */
  public boolean close() {
    String sum = count(Judgement.PASSED) + " passed, " + count(Judgement.FAILED) + " failed";
    String policy =
        count(Judgement.AS_RECOMMENDED)
            + " as recommended, "
            + count(Judgement.OTHERWISE)
            + " otherwise";
    out.println(policy.startsWith("0 as recommended, 0 ") ? sum : sum + "; policy: " + policy);
    out.flush();
    return count(Judgement.FAILED) == 0;
  }

  private int count(Judgement judgement) {
    return counts.getOrDefault(judgement, 0);
  }
}
