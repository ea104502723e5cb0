package io.octroi.helm;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** For every object, of whatever kind. */
final class ObjectRules {
  private static final List<String> LABELS =
      List.of("name", "instance", "version", "component", "part-of", "managed-by");

  private ObjectRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("labels_are_the_recommended_ones", ObjectRules::unlabelled),
        new Rule("everything_is_in_the_namespace", ObjectRules::elsewhere),
        new Rule("names_are_unique", ObjectRules::twice));
  }

  private static Stream<String> unlabelled(Rendered rendered) {
    return Stream.concat(
        rendered.objects().stream()
            .filter(object -> !labelled(object.at("/metadata/labels")))
            .map(Kubernetes::title),
        rendered
            .makersOfPods()
            .filter(maker -> !labelled(maker.pod().at("/metadata/labels")))
            .map(maker -> "pods of " + maker.title()));
  }

  private static boolean labelled(JsonNode labels) {
    return LABELS.stream().allMatch(label -> labels.path("app.kubernetes.io/" + label).isString());
  }

  private static Stream<String> elsewhere(Rendered rendered) {
    return rendered.objects().stream()
        .filter(object -> !object.text("/metadata/namespace").equals("octroi"))
        .map(Kubernetes::title);
  }

  private static Stream<String> twice(Rendered rendered) {
    List<String> titles = rendered.objects().stream().map(Kubernetes::title).toList();
    return titles.stream().filter(title -> titles.indexOf(title) != titles.lastIndexOf(title));
  }
}
