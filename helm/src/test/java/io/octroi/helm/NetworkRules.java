package io.octroi.helm;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Nobody talks to anybody but by name. */
final class NetworkRules {
  private static final String POD_IDENTITY = "169.254.170.23/32";
  private static final List<String> OURS =
      List.of("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

  private NetworkRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("nobody_talks_by_default", NetworkRules::openByDefault),
        new Rule("permissions_name_peers_and_ports", NetworkRules::vague),
        new Rule("only_the_load_balancer_posts_webhooks", NetworkRules::posting),
        new Rule(
            "management_is_for_named_namespaces",
            r -> each(r, "management is open to others", NetworkRules::managed)),
        new Rule(
            "the_gateway_reaches_no_database",
            r -> each(r, "reaches the database", NetworkRules::databaseForWorkers)),
        new Rule(
            "broker_and_database_are_reached",
            r ->
                each(
                    r,
                    "does not reach broker or database, or looks for them elsewhere",
                    NetworkRules::reachesData)),
        new Rule(
            "roles_come_from_the_node",
            r -> each(r, "cannot ask for its role", NetworkRules::asksForRole)),
        new Rule(
            "everyone_resolves_names",
            r -> each(r, "cannot resolve names", (x, m) -> out(x, m).anyMatch(a -> a.on(53)))),
        new Rule(
            "only_named_services_reach_the_internet",
            r -> each(r, "reaches the internet", NetworkRules::keepsInside)),
        new Rule(
            "only_the_notifier_hands_in_mail",
            r -> each(r, "mail is the notifier's alone", NetworkRules::mails)),
        new Rule(
            "traces_go_to_the_collector_alone",
            r -> each(r, "does not reach the collector", NetworkRules::traces)),
        new Rule("services_have_security_groups", NetworkRules::groupless));
  }

  private static Stream<String> each(
      Rendered rendered, String violation, BiPredicate<Rendered, Kubernetes> holds) {
    return rendered
        .makersOfPods()
        .filter(maker -> !holds.test(rendered, maker))
        .map(maker -> maker.title() + ": " + violation);
  }

  private static Stream<Conversations.Allowed> in(Rendered rendered, Kubernetes maker) {
    return new Conversations(rendered).into(maker.pod()).stream();
  }

  private static Stream<Conversations.Allowed> out(Rendered rendered, Kubernetes maker) {
    return new Conversations(rendered).outOf(maker.pod()).stream();
  }

  private static Stream<String> openByDefault(Rendered rendered) {
    boolean closed =
        rendered
            .ofKind("NetworkPolicy")
            .anyMatch(policy ->
                policy.at("/spec/podSelector").isEmpty()
                    && policy.at("/spec/policyTypes").size() == 2
                    && policy.at("/spec/ingress").isMissingNode()
                    && policy.at("/spec/egress").isMissingNode());
    return closed ? Stream.empty() : Stream.of("no policy denies everything to everyone");
  }

  /** An empty list of peers or ports means all of them. */
  private static Stream<String> vague(Rendered rendered) {
    return rendered
        .ofKind("NetworkPolicy")
        .filter(policy -> rulesOf(policy).anyMatch(NetworkRules::vague))
        .map(Kubernetes::title);
  }

  private static Stream<JsonNode> rulesOf(Kubernetes policy) {
    return Stream.concat(
        policy.at("/spec/ingress").valueStream(), policy.at("/spec/egress").valueStream());
  }

  private static boolean vague(JsonNode rule) {
    List<JsonNode> peers =
        Stream.of("from", "to").flatMap(end -> rule.path(end).valueStream()).toList();
    boolean named =
        peers.stream()
            .flatMap(JsonNode::valueStream)
            .allMatch(peer -> peer.has("cidr") || !peer.path("matchLabels").isEmpty());
    boolean ports =
        rule.path("ports")
            .valueStream()
            .allMatch(port -> port.path("port").asInt(0) > 0 && !port.has("endPort"));
    return peers.isEmpty() || rule.path("ports").isEmpty() || !named || !ports;
  }

  private static Stream<String> posting(Rendered rendered) {
    boolean wanted = !rendered.values().at("/ingress/kind").asString("").equals("none");
    Stream<String> strangers =
        each(
            rendered,
            "webhooks may come from elsewhere",
            (x, maker) ->
                in(x, maker)
                    .filter(allowed -> allowed.on(Rendered.WEBHOOK_PORT))
                    .allMatch(a -> maker.name().equals("gateway") && a.within(balancer(x))));
    boolean there =
        rendered
            .deployments()
            .anyMatch(d -> in(rendered, d).anyMatch(a -> a.on(Rendered.WEBHOOK_PORT)));
    return there == wanted ? strangers : Stream.of("the load balancer and the gateway do not meet");
  }

  private static JsonNode balancer(Rendered rendered) {
    return rendered.values().at("/network/albCidrs");
  }

  private static boolean managed(Rendered rendered, Kubernetes maker) {
    return in(rendered, maker)
        .filter(allowed -> !allowed.ports().equals(Set.of(Rendered.WEBHOOK_PORT)))
        .allMatch(allowed ->
            (maker.name().equals("gateway") && allowed.within(balancer(rendered)))
                || allowed.peers().stream().allMatch(peer -> known(rendered, maker, peer)));
  }

  private static boolean known(Rendered rendered, Kubernetes maker, JsonNode peer) {
    JsonNode namespace = peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name");
    boolean named =
        rendered
            .values()
            .at("/networkPolicies/managementNamespaces")
            .valueStream()
            .anyMatch(namespace::equals);
    boolean asksForPayments =
        maker.name().equals("payment-worker")
            && peer.at("/podSelector/matchLabels/app.kubernetes.io~1component")
                .asString("")
                .equals("subscription-worker");
    return named || asksForPayments;
  }

  private static int databasePort(Rendered rendered) {
    return rendered.values().at("/database/port").asInt();
  }

  private static boolean databaseForWorkers(Rendered rendered, Kubernetes maker) {
    return !maker.name().equals("gateway")
        || out(rendered, maker).noneMatch(a -> a.on(databasePort(rendered)));
  }

  private static boolean reachesData(Rendered rendered, Kubernetes maker) {
    JsonNode data = rendered.values().at("/network/dataCidrs");
    int broker = rendered.values().at("/kafka/port").asInt();
    List<Conversations.Allowed> toData =
        out(rendered, maker).filter(a -> a.on(broker) || a.on(databasePort(rendered))).toList();
    return toData.stream().allMatch(allowed -> allowed.within(data))
        && toData.stream().anyMatch(allowed -> allowed.on(broker))
        && (maker.name().equals("gateway")
            || toData.stream().anyMatch(allowed -> allowed.on(databasePort(rendered))));
  }

  private static boolean asksForRole(Rendered rendered, Kubernetes maker) {
    return out(rendered, maker)
        .anyMatch(allowed ->
            allowed.on(80)
                && allowed.peers().size() == 1
                && allowed
                    .peers()
                    .getFirst()
                    .at("/ipBlock/cidr")
                    .asString("")
                    .equals(POD_IDENTITY));
  }

  private static boolean keepsInside(Rendered rendered, Kubernetes maker) {
    boolean named =
        rendered
            .values()
            .at("/egress/services")
            .valueStream()
            .anyMatch(service -> service.asString("").equals(maker.component()));
    List<Conversations.Allowed> everywhere =
        out(rendered, maker).filter(Conversations.Allowed::reachesEverywhere).toList();
    return named == !everywhere.isEmpty()
        && everywhere.stream()
            .allMatch(a ->
                a.ports().equals(Set.of(443))
                    && a.peers().stream().allMatch(NetworkRules::sparesUs));
  }

  private static boolean sparesUs(JsonNode peer) {
    List<String> except =
        peer.at("/ipBlock/except").valueStream().map(e -> e.asString("")).toList();
    return except.containsAll(OURS);
  }

  private static boolean mails(Rendered rendered, Kubernetes maker) {
    int port = rendered.values().at("/networkPolicies/smtpPort").asInt();
    return maker.component().equals("notifier") || out(rendered, maker).noneMatch(a -> a.on(port));
  }

  private static boolean traces(Rendered rendered, Kubernetes maker) {
    JsonNode telemetry = rendered.values().path("telemetry");
    List<Conversations.Allowed> allowed =
        out(rendered, maker).filter(a -> a.on(telemetry.path("port").asInt())).toList();
    boolean wanted =
        maker.kind().equals("Deployment") && !telemetry.path("endpoint").asString("").isEmpty();
    return wanted == !allowed.isEmpty()
        && allowed.stream()
            .flatMap(a -> a.peers().stream())
            .allMatch(
                peer -> peer.at("/podSelector/matchLabels").equals(telemetry.path("podLabels")));
  }

  private static Stream<String> groupless(Rendered rendered) {
    JsonNode groups = rendered.values().path("securityGroups");
    return rendered
        .makersOfPods()
        .filter(maker -> groups.has(maker.component()))
        .filter(maker ->
            rendered
                .ofKind("SecurityGroupPolicy")
                .filter(p ->
                    Rendered.matches(
                        p.at("/spec/podSelector/matchLabels"), maker.pod().at("/metadata/labels")))
                .noneMatch(p ->
                    p.at("/spec/securityGroups/groupIds/0").equals(groups.path(maker.component()))))
        .map(maker -> maker.title() + ": has no security group of its own");
  }
}
