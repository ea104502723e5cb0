package io.octroi.helm;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who may talk to whom, as the network policies say for a pod. */
final class Conversations {
  private final Rendered rendered;

  Conversations(Rendered rendered) {
    this.rendered = rendered;
  }

  /**
   * One permission.
   *
   * @param policy that gives it
   * @param peers the other end
   */
  record Allowed(String policy, Set<Integer> ports, List<JsonNode> peers) {

    boolean on(int port) {
      return ports.contains(port);
    }

    /** Whether the other end is addresses, all of them among these. */
    boolean within(JsonNode addresses) {
      Set<String> known =
          addresses.valueStream().map(address -> address.asString("")).collect(Collectors.toSet());
      return peers.stream().allMatch(p -> known.contains(p.at("/ipBlock/cidr").asString("")));
    }

    boolean reachesEverywhere() {
      return peers.stream().anyMatch(p -> p.at("/ipBlock/cidr").asString("").endsWith("/0"));
    }
  }

  List<Allowed> into(JsonNode pod) {
    return allowed(pod, "ingress", "from");
  }

  List<Allowed> outOf(JsonNode pod) {
    return allowed(pod, "egress", "to");
  }

  private List<Allowed> allowed(JsonNode pod, String direction, String peers) {
    JsonNode labels = pod.at("/metadata/labels");
    return rendered
        .ofKind("NetworkPolicy")
        .filter(policy -> Rendered.matches(policy.at("/spec/podSelector/matchLabels"), labels))
        .flatMap(policy -> rules(policy, direction, peers))
        .toList();
  }

  private static Stream<Allowed> rules(Kubernetes policy, String direction, String peers) {
    return policy
        .at("/spec/" + direction)
        .valueStream()
        .map(rule ->
            new Allowed(
                policy.name(),
                rule.path("ports")
                    .valueStream()
                    .map(port -> port.path("port").asInt(0))
                    .collect(Collectors.toSet()),
                rule.path(peers).valueStream().toList()));
  }
}
