package io.octroi.payment.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a transaction learned, and what it knows of the subjects it holds. True until it ends.
 *
 * @param known what is said by now of every subject that is held
 * @param begun those that nobody had heard of; nothing that is stored depends on them
 * @param causes those of which something else is said now than before, and the trace of what said
 *     it
 */
public record Learned(
    Map<Subject, Identity> known, Set<Subject> begun, Map<Subject, String> causes) {
  /** Of a transaction that holds no subject. */
  public static final Learned NOTHING = new Learned(Map.of(), Set.of(), Map.of());

  public Learned {
    known = Map.copyOf(known);
    begun = Set.copyOf(begun);
    causes = Map.copyOf(causes);
  }

  /** Those of which something else is said now, and on which something stored may depend. */
  public Set<Subject> news() {
    Set<Subject> news = new HashSet<>(causes.keySet());
    news.removeAll(begun);
    return news;
  }

  /** What is known of these; those that are not held are asked for. */
  public Map<Subject, Identity> knownOf(Collection<Subject> subjects, Identities identities) {
    Map<Subject, Identity> found = new HashMap<>();
    Set<Subject> others = new HashSet<>();
    for (Subject subject : subjects) {
      Identity identity = known.get(subject);
      if (identity == null) {
        others.add(subject);
      } else {
        found.put(subject, identity);
      }
    }
    found.putAll(identities.find(others));
    return found;
  }
}
