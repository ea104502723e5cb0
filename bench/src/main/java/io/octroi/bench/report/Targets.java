package io.octroi.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Targets beside what was reached. */
public final class Targets {
  private static final List<String> HEAD = List.of("target", "limit", "reached", "");

  private Targets() {}

  /** A row a target. */
  public static String table(List<Target> targets, Findings findings) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Target target : targets) {
      String factor = target.reference().isPresent() ? "×" : "";
      rows.add(
          List.of(
              target.text(),
              target.bound().symbol() + " " + Numbers.of(target.limit()) + factor,
              target.value(findings).map(value -> Numbers.of(value) + factor).orElse("-"),
              words(target.verdict(findings))));
    }
    return Table.lines(rows);
  }

  static String words(Target.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
