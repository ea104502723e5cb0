package io.octroi.operations.reconciliation;

import io.octroi.operations.finding.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one check found: reported at once, and settled when the check has seen everything. */
public final class Discrepancies {
  private final Findings findings;
  private final int most;
  private final Map<String, Set<String>> subjects = new HashMap<>();
  private long found;

  /**
   * @param most findings of one condition, at most; more are counted only
   */
  Discrepancies(Findings findings, int most) {
    this.findings = findings;
    this.most = most;
  }

  /**
   * Says that two records differ.
   *
   * @param condition one of {@link Check#conditions}
   * @param subject what it is about, such as a payment's id; holds nothing personal
   * @param detail what a person needs to judge it; holds nothing personal
   * @param remedy what to do about it, a sentence
   */
  public void add(String condition, String subject, Map<String, ?> detail, String remedy) {
    Set<String> known = subjects.computeIfAbsent(condition, c -> new HashSet<>());
    if (known.contains(subject)) {
      return;
    }
    found++;
    if (known.size() < most) {
      known.add(subject);
      findings.report(condition, subject, detail, remedy);
    }
  }

  /** The subjects of what earlier runs found and nothing has settled since. */
  public Set<String> known(String condition) {
    return findings.present(condition);
  }

  /**
   * Says that some of {@link #known} still differ, also where this run cannot meet them again;
   * before anything is added.
   */
  public void still(String condition, Set<String> known) {
    findings.again(condition, known);
    subjects.computeIfAbsent(condition, _ -> new HashSet<>()).addAll(known);
    found += known.size();
  }

  long found() {
    return found;
  }

  /**
   * Resolves what was not found again; where there was too much to keep, nothing is known of it.
   */
  void settle(Set<String> conditions) {
    for (String condition : conditions) {
      Set<String> stillTrue = subjects.getOrDefault(condition, Set.of());
      if (stillTrue.size() < most) {
        findings.settle(condition, stillTrue);
      }
    }
  }
}
