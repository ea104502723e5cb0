package io.octroi.helm;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** For every pod, of a service or of a job: Pod Security "restricted", and more. */
final class PodRules {
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final Pattern IMAGE =
      Pattern.compile("[^@:]+(:\\d+)?[^@:]*(:(?!latest$)[\\w][\\w.-]*|@sha256:[0-9a-f]{64})");
  private static final Pattern MEBIBYTES = Pattern.compile("\\d{1,3}Mi");

  private PodRules() {}

  static List<Rule> all() {
    return Stream.concat(restricted().stream(), ours().stream()).toList();
  }

  /** What Pod Security asks for. */
  private static List<Rule> restricted() {
    return List.of(
        pod("nobody_runs_as_root", "must run as a user that is not root", PodRules::notRoot),
        container(
            "nobody_turns_into_root",
            "must not be root",
            c ->
                !is(c, "/securityContext/runAsNonRoot", false)
                    && c.at("/securityContext/runAsUser").asInt(1) > 0),
        pod(
            "system_calls_are_filtered",
            "seccomp must be RuntimeDefault",
            p ->
                p.at("/securityContext/seccompProfile/type").asString("").equals("RuntimeDefault")),
        container(
            "capabilities_are_dropped", "must drop all and add none", PodRules::noCapabilities),
        container(
            "privileges_do_not_grow",
            "must not escalate privileges",
            c ->
                is(c, "/securityContext/allowPrivilegeEscalation", false)
                    && !is(c, "/securityContext/privileged", true)),
        pod("the_host_is_not_shared", "must share nothing with the host", PodRules::keepsToItself));
  }

  /** What we ask for besides. */
  private static List<Rule> ours() {
    return List.of(
        container(
            "the_root_is_read_only",
            "must not write to its root",
            c -> is(c, "/securityContext/readOnlyRootFilesystem", true)),
        pod(
            "temporary_files_are_bounded",
            "every emptyDir needs a small limit, and /tmp is one",
            PodRules::boundedTemporary),
        pod(
            "the_api_server_is_not_called",
            "no token of the API server",
            p -> is(p, "/automountServiceAccountToken", false)),
        pod(
            "other_services_are_not_told",
            "no addresses of other services",
            p -> is(p, "/enableServiceLinks", false)),
        container(
            "resources_are_bounded",
            "needs requests and limits, and memory that is really there",
            PodRules::bounded),
        container(
            "images_are_versions",
            "needs a version or a digest",
            c -> IMAGE.matcher(c.path("image").asString("")).matches()));
  }

  private static Rule pod(String name, String demand, Predicate<JsonNode> holds) {
    return new Rule(name, rendered -> rendered.pods(demand, holds));
  }

  private static Rule container(String name, String demand, Predicate<JsonNode> holds) {
    return new Rule(name, rendered -> rendered.containers(demand, holds));
  }

  private static boolean is(JsonNode node, String pointer, boolean wanted) {
    JsonNode value = node.at(pointer);
    return value.isBoolean() && value.asBoolean() == wanted;
  }

  private static boolean notRoot(JsonNode pod) {
    return is(pod, "/securityContext/runAsNonRoot", true)
        && pod.at("/securityContext/runAsUser").asInt(0) >= 10_000
        && pod.at("/securityContext/runAsGroup").asInt(0) >= 10_000;
  }

  private static boolean noCapabilities(JsonNode container) {
    JsonNode capabilities = container.at("/securityContext/capabilities");
    return capabilities.path("drop").valueStream().anyMatch(c -> c.asString("").equals("ALL"))
        && capabilities.path("add").isEmpty();
  }

  private static boolean keepsToItself(JsonNode pod) {
    boolean namespaces =
        Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(host -> is(pod, "/" + host, true));
    boolean ports =
        Rendered.containersOf(pod)
            .flatMap(container -> container.path("ports").valueStream())
            .allMatch(port -> port.path("hostPort").asInt(0) == 0);
    boolean volumes =
        pod.path("volumes")
            .valueStream()
            .flatMap(volume -> volume.propertyNames().stream())
            .allMatch(key -> key.equals("name") || VOLUMES.contains(key));
    return namespaces && ports && volumes;
  }

  private static boolean boundedTemporary(JsonNode pod) {
    boolean bounded =
        pod.path("volumes")
            .valueStream()
            .filter(volume -> volume.has("emptyDir"))
            .allMatch(v -> MEBIBYTES.matcher(v.at("/emptyDir/sizeLimit").asString("")).matches());
    return bounded && Rendered.containersOf(pod).allMatch(c -> mountsTemporary(pod, c));
  }

  private static boolean mountsTemporary(JsonNode pod, JsonNode container) {
    return container
        .path("volumeMounts")
        .valueStream()
        .filter(mount -> mount.path("mountPath").asString("").equals("/tmp"))
        .anyMatch(mount -> emptyDir(pod, mount.path("name").asString("")));
  }

  private static boolean emptyDir(JsonNode pod, String name) {
    return pod.path("volumes")
        .valueStream()
        .anyMatch(v -> v.path("name").asString("").equals(name) && v.has("emptyDir"));
  }

  /** Memory that is not requested is taken away when the node has none left. */
  private static boolean bounded(JsonNode container) {
    JsonNode resources = container.path("resources");
    return Stream.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")
            .noneMatch(pointer -> resources.at(pointer).isMissingNode())
        && resources.at("/requests/memory").equals(resources.at("/limits/memory"));
  }
}
