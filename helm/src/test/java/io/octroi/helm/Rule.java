package io.octroi.helm;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must hold for everything that the chart makes.
 *
 * @param name by which mutants name it
 * @param violations a line for each place where it does not hold
 */
record Rule(String name, Function<Rendered, Stream<String>> violations) {

  /** All of them. */
  static List<Rule> all() {
    return Stream.of(
            PodRules.all(),
            SecretRules.all(),
            DeploymentRules.all(),
            ObjectRules.all(),
            NetworkRules.all(),
            EntryRules.all(),
            JobRules.all())
        .flatMap(List::stream)
        .toList();
  }

  List<String> brokenBy(Rendered rendered) {
    return violations.apply(rendered).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
