package io.octroi.helm;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Secrets come from Secrets Manager, by their ids, and in no other way. */
final class SecretRules {
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|token|secret_?key|api_?key|private_?key|suppression_?key)");
  private static final String FROM = "/octroi/secrets/from";

  /** Names of secrets that are told in another way than as a setting's. */
  private static final Pattern NO_SETTING =
      Pattern.compile("(webhooks|providers)/.*|.*/quarantine-key");

  private SecretRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("secrets_are_named_not_given", SecretRules::given),
        new Rule("named_secrets_reach_their_service", SecretRules::lost),
        new Rule(
            "written_out_secrets_keep_services_from_starting",
            rendered ->
                rendered.deployments(
                    "must run in the profile production",
                    d ->
                        rendered
                            .settingsOf(d.name())
                            .at("/spring/profiles/active")
                            .asString("")
                            .equals("production"))));
  }

  private static Stream<String> given(Rendered rendered) {
    Stream<String> environment =
        rendered.containers(
            "a secret is put into the environment",
            container ->
                container.path("envFrom").isMissingNode()
                    && container.path("env").valueStream().noneMatch(SecretRules::isSecret));
    Stream<String> settings =
        rendered
            .ofKind("ConfigMap")
            .filter(map -> holdsSecret(rendered.settingsOf(map.name()), ""))
            .map(map -> map.title() + ": a secret is written into the settings");
    Stream<String> objects = rendered.ofKind("Secret").map(Kubernetes::title);
    return Stream.of(environment, settings, objects).flatMap(s -> s);
  }

  private static boolean isSecret(JsonNode variable) {
    return SECRET_NAME.matcher(variable.path("name").asString("")).matches()
        || !variable.at("/valueFrom/secretKeyRef").isMissingNode();
  }

  private static boolean holdsSecret(JsonNode settings, String path) {
    Stream<JsonNode> elements = settings.isArray() ? settings.valueStream() : Stream.empty();
    return elements.anyMatch(element -> holdsSecret(element, path + "/*"))
        || settings
            .propertyStream()
            .anyMatch(p -> {
              String inner = path + "/" + p.getKey();
              return !inner.equals(FROM)
                  && (SECRET_NAME.matcher(p.getKey().replace('-', '_')).matches()
                      || holdsSecret(p.getValue(), inner));
            });
  }

  private static Stream<String> lost(Rendered rendered) {
    return rendered
        .values()
        .path("secrets")
        .propertyStream()
        .filter(named -> !NO_SETTING.matcher(named.getKey()).matches())
        .filter(named -> !reaches(rendered, named))
        .map(named -> named.getKey() + ": no setting of its service comes from it");
  }

  private static boolean reaches(Rendered rendered, Map.Entry<String, JsonNode> named) {
    String service = named.getKey().substring(0, named.getKey().indexOf('/'));
    String id = named.getValue().asString();
    return rendered
        .settingsOf(service)
        .at(FROM)
        .valueStream()
        .map(JsonNode::asString)
        .anyMatch(from -> from.equals(id) || from.startsWith(id + "#"));
  }
}
