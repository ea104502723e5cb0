package io.octroi.helm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** For every service: how it starts, stops, spreads and is replaced. */
final class DeploymentRules {
  /** How long the load balancer takes to let go of a pod, as its target group is set. */
  private static final int DEREGISTRATION_SECONDS = 30;

  /** Web and listeners stop one after the other. */
  private static final int PHASES = 2;

  private DeploymentRules() {}

  static List<Rule> all() {
    return Stream.concat(lives().stream(), belongs().stream()).toList();
  }

  /** How its pods begin, end and are replaced. */
  private static List<Rule> lives() {
    return List.of(
        new Rule("a_deployment_a_service", DeploymentRules::oneEach),
        new Rule(
            "probes_ask_the_management_port",
            r ->
                r.deployments(
                    "needs three probes on its management port", DeploymentRules::probed)),
        new Rule(
            "the_end_waits_for_the_drain",
            r -> r.deployments("is killed before it has drained", d -> drains(r, d))),
        new Rule(
            "the_gateway_waits_for_the_load_balancer",
            r -> r.deployments("stops while it is still sent webhooks", DeploymentRules::waits)),
        new Rule(
            "a_budget_a_service",
            r -> r.deployments("needs one disruption budget", d -> budget(r, d))),
        new Rule(
            "pods_spread_over_zones_and_nodes",
            r -> r.deployments("must spread over zones and nodes", DeploymentRules::spreads)),
        new Rule(
            "a_rollout_leaves_no_gap",
            r ->
                r.deployments(
                    "must start before it stops",
                    d -> d.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1) == 0)),
        new Rule(
            "few_old_revisions_are_kept",
            r ->
                r.deployments(
                    "keeps too many revisions",
                    d -> d.at("/spec/revisionHistoryLimit").asInt(10) < 10)),
        new Rule(
            "changed_settings_replace_pods",
            r -> r.deployments("must change with its settings", d -> checksum(r, d))),
        new Rule(
            "services_log_for_machines",
            r -> r.deployments("must log documents that say where", d -> logs(r, d))));
  }

  /** What belongs to it. */
  private static List<Rule> belongs() {
    return List.of(
        new Rule("an_account_a_service", DeploymentRules::accounts),
        new Rule(
            "a_scaler_owns_the_replicas",
            r ->
                r.deployments(
                    "replicas belong to the scaler, if there is one",
                    d -> d.at("/spec/replicas").isMissingNode() == scaled(r, d))),
        new Rule("scalers_have_bounds", DeploymentRules::unbounded),
        new Rule("selectors_find_their_pods", DeploymentRules::lost));
  }

  private static Stream<String> oneEach(Rendered rendered) {
    Set<String> there = rendered.deployments().map(Kubernetes::name).collect(Collectors.toSet());
    return there.equals(Rendered.MANAGEMENT_PORTS.keySet())
        ? Stream.empty()
        : Stream.of("deployments are " + there);
  }

  private static JsonNode container(Kubernetes deployment) {
    return deployment.pod().at("/spec/containers/0");
  }

  private static boolean probed(Kubernetes deployment) {
    JsonNode container = container(deployment);
    boolean port =
        container
            .path("ports")
            .valueStream()
            .anyMatch(p ->
                p.path("name").asString("").equals("management")
                    && p.path("containerPort").asInt(0)
                        == Rendered.MANAGEMENT_PORTS.getOrDefault(deployment.name(), -1));
    return port
        && probe(container, "startupProbe", "liveness")
        && probe(container, "livenessProbe", "liveness")
        && probe(container, "readinessProbe", "readiness");
  }

  private static boolean probe(JsonNode container, String name, String group) {
    JsonNode get = container.path(name).path("httpGet");
    return get.path("port").asString("").equals("management")
        && get.path("path").asString("").equals("/actuator/health/" + group)
        && container.path(name).path("failureThreshold").asInt(0) > 1;
  }

  private static boolean drains(Rendered rendered, Kubernetes deployment) {
    String phase =
        rendered
            .settingsOf(deployment.name())
            .at("/spring/lifecycle/timeout-per-shutdown-phase")
            .asString("");
    if (!phase.matches("\\d+s")) {
      return false;
    }
    int drain = Integer.parseInt(phase.substring(0, phase.length() - 1)) * PHASES;
    return deployment.pod().at("/spec/terminationGracePeriodSeconds").asInt(30)
        > preStop(deployment) + drain;
  }

  private static int preStop(Kubernetes deployment) {
    return container(deployment).at("/lifecycle/preStop/sleep/seconds").asInt(0);
  }

  private static boolean waits(Kubernetes deployment) {
    return !deployment.name().equals("gateway") || preStop(deployment) > DEREGISTRATION_SECONDS;
  }

  private static boolean budget(Rendered rendered, Kubernetes deployment) {
    List<Kubernetes> budgets =
        rendered
            .ofKind("PodDisruptionBudget")
            .filter(b ->
                Rendered.matches(
                    b.at("/spec/selector/matchLabels"), deployment.pod().at("/metadata/labels")))
            .toList();
    return budgets.size() == 1 && budgets.getFirst().at("/spec/maxUnavailable").asInt(0) == 1;
  }

  private static boolean spreads(Kubernetes deployment) {
    JsonNode labels = deployment.pod().at("/metadata/labels");
    Set<String> keys =
        deployment
            .pod()
            .at("/spec/topologySpreadConstraints")
            .valueStream()
            .filter(c -> Rendered.matches(c.at("/labelSelector/matchLabels"), labels))
            .filter(c -> c.path("maxSkew").asInt(0) == 1)
            .map(c -> c.path("topologyKey").asString(""))
            .collect(Collectors.toSet());
    return keys.equals(Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
  }

  private static boolean checksum(Rendered rendered, Kubernetes deployment) {
    return deployment
        .pod()
        .at("/metadata/annotations/checksum~1config")
        .asString("")
        .equals(sha256(settings(rendered, deployment).strip()));
  }

  private static boolean logs(Rendered rendered, Kubernetes deployment) {
    JsonNode logging = Yaml.parse(settings(rendered, deployment)).at("/logging/structured");
    return logging.at("/format/console").asString("").equals("ecs")
        && !logging.at("/ecs/service/environment").asString("").isEmpty();
  }

  private static String settings(Rendered rendered, Kubernetes deployment) {
    return rendered
        .ofKind("ConfigMap")
        .filter(map -> map.name().equals(deployment.name()))
        .map(map -> map.text("/data/application.yaml"))
        .collect(Collectors.joining());
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> accounts(Rendered rendered) {
    Set<String> made =
        rendered
            .ofKind("ServiceAccount")
            .filter(a -> !a.at("/automountServiceAccountToken").asBoolean(true))
            .map(Kubernetes::name)
            .collect(Collectors.toSet());
    List<String> used =
        rendered
            .deployments()
            .map(d -> d.pod().at("/spec/serviceAccountName").asString("default"))
            .toList();
    return used.stream()
        .filter(account ->
            !made.contains(account) || used.indexOf(account) != used.lastIndexOf(account))
        .map(account -> "account " + account + " is not made, is shared or has a token");
  }

  private static Stream<Kubernetes> scalers(Rendered rendered) {
    return Stream.concat(
        rendered.ofKind("HorizontalPodAutoscaler"), rendered.ofKind("ScaledObject"));
  }

  private static boolean scaled(Rendered rendered, Kubernetes deployment) {
    return scalers(rendered)
        .anyMatch(s -> s.text("/spec/scaleTargetRef/name").equals(deployment.name()));
  }

  /** The gateway scales by its load, workers by their lag; neither to nothing nor without end. */
  private static Stream<String> unbounded(Rendered rendered) {
    Stream<String> load =
        rendered
            .ofKind("HorizontalPodAutoscaler")
            .filter(h ->
                h.at("/spec/minReplicas").asInt(0) < 1 || h.at("/spec/maxReplicas").asInt(0) < 1)
            .map(Kubernetes::title);
    Stream<String> lag =
        rendered
            .ofKind("ScaledObject")
            .filter(s -> !boundedLag(s))
            .map(s -> s.title() + ": needs bounds, a group, a topic and a fallback");
    return Stream.concat(load, lag);
  }

  private static boolean boundedLag(Kubernetes scaler) {
    JsonNode lag = scaler.at("/spec/triggers/0/metadata");
    return scaler.at("/spec/minReplicaCount").asInt(0) >= 1
        && scaler.at("/spec/maxReplicaCount").asInt(0) >= scaler.at("/spec/minReplicaCount").asInt()
        && scaler.at("/spec/fallback/replicas").asInt(0) >= 1
        && lag.path("consumerGroup").asString("").equals(scaler.name())
        && lag.path("topic").asString("").endsWith(".v1")
        && lag.path("lagThreshold").isString();
  }

  private static Stream<String> lost(Rendered rendered) {
    Stream<String> deployments =
        rendered.deployments(
            "does not find its own pods",
            d ->
                Rendered.matches(
                    d.at("/spec/selector/matchLabels"), d.pod().at("/metadata/labels")));
    Stream<String> services =
        rendered.ofKind("Service").filter(s -> !leads(rendered, s)).map(Kubernetes::title);
    return Stream.concat(deployments, services);
  }

  private static boolean leads(Rendered rendered, Kubernetes service) {
    List<JsonNode> pods =
        rendered
            .deployments()
            .map(Kubernetes::pod)
            .filter(
                pod -> Rendered.matches(service.at("/spec/selector"), pod.at("/metadata/labels")))
            .toList();
    return pods.size() == 1
        && service
            .at("/spec/ports")
            .valueStream()
            .allMatch(port ->
                pods.getFirst()
                    .at("/spec/containers/0/ports")
                    .valueStream()
                    .anyMatch(p -> p.path("name").equals(port.path("targetPort"))));
  }
}
