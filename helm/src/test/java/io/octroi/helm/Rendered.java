package io.octroi.helm;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the chart makes of some values.
 *
 * @param values that it was made of, those of the chart included
 */
record Rendered(List<Kubernetes> objects, JsonNode values) {
  /** The services, by the port that probes and operators use. */
  static final Map<String, Integer> MANAGEMENT_PORTS =
      Map.of(
          "gateway", 9080, "payment-worker", 9081, "subscription-worker", 9082, "notifier", 9083);

  static final int WEBHOOK_PORT = 8080;

  static Rendered of(String yaml, JsonNode values) {
    return new Rendered(Yaml.parseAll(yaml).map(Kubernetes::new).toList(), values);
  }

  Stream<Kubernetes> ofKind(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind));
  }

  Stream<Kubernetes> deployments() {
    return ofKind("Deployment");
  }

  Stream<Kubernetes> makersOfPods() {
    return objects.stream().filter(Kubernetes::makesPods);
  }

  /** Lists what is asked for and missing as one line a maker of pods. */
  Stream<String> pods(String demand, Predicate<JsonNode> holds) {
    return makersOfPods()
        .filter(maker -> !holds.test(maker.pod().path("spec")))
        .map(maker -> maker.title() + ": " + demand);
  }

  /** The same for every container, init containers included. */
  Stream<String> containers(String demand, Predicate<JsonNode> holds) {
    return makersOfPods()
        .flatMap(maker ->
            containersOf(maker.pod().path("spec"))
                .filter(container -> !holds.test(container))
                .map(container -> maker.title() + ": " + demand));
  }

  static Stream<JsonNode> containersOf(JsonNode podSpec) {
    return Stream.of("initContainers", "containers", "ephemeralContainers")
        .flatMap(kind -> podSpec.path(kind).valueStream());
  }

  /** One line a deployment for which something does not hold. */
  Stream<String> deployments(String demand, Predicate<Kubernetes> holds) {
    return deployments()
        .filter(deployment -> !holds.test(deployment))
        .map(deployment -> deployment.title() + ": " + demand);
  }

  /** The settings that a service starts with. */
  JsonNode settingsOf(String configMap) {
    return ofKind("ConfigMap")
        .filter(map -> map.name().equals(configMap))
        .findFirst()
        .map(map -> Yaml.parse(map.text("/data/application.yaml")))
        .orElseGet(JsonMapper.shared()::missingNode);
  }

  /** Whether all wanted labels are among those that are there. */
  static boolean matches(JsonNode wanted, JsonNode labels) {
    return wanted
        .propertyStream()
        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
  }
}
