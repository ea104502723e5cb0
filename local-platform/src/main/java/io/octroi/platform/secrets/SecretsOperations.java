package io.octroi.platform.secrets;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's operations: JSON in, JSON out. Dates are seconds since 1970 with a fraction. */
final class SecretsOperations {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH_LIMIT = 20;

  private final Secrets secrets;
  private final Clock clock;

  SecretsOperations(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  Map<String, Object> call(String operation, JsonNode input) {
    return switch (operation) {
      case "GetSecretValue" -> get(input);
      case "BatchGetSecretValue" -> getBatch(input);
      case "DescribeSecret" -> describe(secrets.get(secretId(input)));
      case "ListSecrets" ->
          Map.of("SecretList", secrets.all().stream().map(this::describe).toList());
      case "ListSecretVersionIds" -> listVersions(input);
      case "CreateSecret" -> create(input);
      case "PutSecretValue" -> put(input);
      case "UpdateSecretVersionStage" -> moveStage(input);
      default -> throw SecretsRefusal.unknownOperation(operation);
    };
  }

  private Map<String, Object> get(JsonNode input) {
    Secret secret = secrets.get(secretId(input));
    Optional<String> versionId = text(input, "VersionId");
    Optional<String> stage = text(input, "VersionStage");
    String id =
        versionId
            .or(() -> secret.versionWith(stage.orElse(Secret.CURRENT)))
            .orElseThrow(() ->
                SecretsRefusal.valueNotFound("staging label: " + stage.orElse(Secret.CURRENT)));
    Optional<Secret.Version> version = Optional.ofNullable(secret.versions().get(id));
    return version
        .filter(found -> stage.isEmpty() || found.stages().contains(stage.get()))
        .map(found -> value(secret, id, found))
        .orElseThrow(() -> SecretsRefusal.valueNotFound("VersionId: " + id));
  }

  private Map<String, Object> getBatch(JsonNode input) {
    List<Map<String, Object>> values = new ArrayList<>();
    List<Map<String, Object>> errors = new ArrayList<>();
    JsonNode ids = input.path("SecretIdList");
    if (ids.size() > BATCH_LIMIT) {
      throw SecretsRefusal.invalidParameter("SecretIdList has more than 20 members.");
    }
    for (JsonNode id : ids) {
      try {
        values.add(get(JSON.createObjectNode().put("SecretId", id.asString())));
      } catch (SecretsRefusal e) {
        errors.add(Map.of("SecretId", id.asString(), "ErrorCode", e.type(), "Message", e.text()));
      }
    }
    return Map.of("SecretValues", values, "Errors", errors);
  }

  private Map<String, Object> listVersions(JsonNode input) {
    Secret secret = secrets.get(secretId(input));
    boolean deprecated = input.path("IncludeDeprecated").asBoolean(false);
    List<Map<String, Object>> versions = new ArrayList<>();
    secret
        .versions()
        .forEach((id, version) -> {
          if (deprecated || !version.stages().isEmpty()) {
            versions.add(
                Map.of(
                    "VersionId", id,
                    "VersionStages", version.stages(),
                    "CreatedDate", seconds(version.createdAt())));
          }
        });
    return Map.of("ARN", secret.arn(), "Name", secret.name(), "Versions", versions);
  }

  private Map<String, Object> create(JsonNode input) {
    Instant now = clock.instant();
    String name = text(input, "Name").orElse("");
    Secret secret = secrets.create(name, text(input, "Description").orElse(""), now);
    return hasValue(input) ? put(secret.name(), input, List.of(Secret.CURRENT)) : identity(secret);
  }

  private Map<String, Object> put(JsonNode input) {
    List<String> stages = new ArrayList<>();
    input.path("VersionStages").forEach(stage -> stages.add(stage.asString()));
    return put(secretId(input), input, stages.isEmpty() ? List.of(Secret.CURRENT) : stages);
  }

  private Map<String, Object> put(String id, JsonNode input, List<String> stages) {
    if (!hasValue(input)) {
      throw SecretsRefusal.invalidRequest("You must provide either SecretString or SecretBinary.");
    }
    Instant now = clock.instant();
    String versionId =
        text(input, "ClientRequestToken").orElseGet(() -> UUID.randomUUID().toString());
    Secret.Version value =
        Secrets.version(
            text(input, "SecretString").orElse(""), text(input, "SecretBinary").orElse(""), now);
    Secret secret = secrets.put(id, versionId, value, stages, now);
    Map<String, Object> answer = identity(secret);
    answer.put("VersionId", versionId);
    answer.put("VersionStages", stages(secret, versionId));
    return answer;
  }

  private Map<String, Object> moveStage(JsonNode input) {
    String stage =
        text(input, "VersionStage")
            .orElseThrow(() -> SecretsRefusal.invalidParameter("You must provide VersionStage."));
    return identity(
        secrets.moveStage(
            secretId(input),
            stage,
            text(input, "RemoveFromVersionId"),
            text(input, "MoveToVersionId"),
            clock.instant()));
  }

  private Map<String, Object> describe(Secret secret) {
    Map<String, Object> answer = identity(secret);
    SequencedMap<String, SequencedSet<String>> stages = new LinkedHashMap<>();
    secret
        .versions()
        .forEach((id, version) -> {
          if (!version.stages().isEmpty()) {
            stages.put(id, version.stages());
          }
        });
    answer.put("Description", secret.description());
    answer.put("CreatedDate", seconds(secret.createdAt()));
    answer.put("LastChangedDate", seconds(secret.changedAt()));
    answer.put("RotationEnabled", false);
    answer.put("VersionIdsToStages", stages);
    return answer;
  }

  private static Map<String, Object> value(Secret secret, String id, Secret.Version version) {
    Map<String, Object> answer = identity(secret);
    answer.put("VersionId", id);
    if (version.base64().isEmpty()) {
      answer.put("SecretString", version.text());
    } else {
      answer.put("SecretBinary", version.base64());
    }
    answer.put("VersionStages", version.stages());
    answer.put("CreatedDate", seconds(version.createdAt()));
    return answer;
  }

  private static Map<String, Object> identity(Secret secret) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ARN", secret.arn());
    answer.put("Name", secret.name());
    return answer;
  }

  private static SequencedSet<String> stages(Secret secret, String versionId) {
    return Optional.ofNullable(secret.versions().get(versionId)).orElseThrow().stages();
  }

  private static boolean hasValue(JsonNode input) {
    return input.hasNonNull("SecretString") || input.hasNonNull("SecretBinary");
  }

  private static String secretId(JsonNode input) {
    return text(input, "SecretId")
        .orElseThrow(() -> SecretsRefusal.invalidParameter("You must provide SecretId."));
  }

  private static Optional<String> text(JsonNode input, String field) {
    return input.hasNonNull(field) ? Optional.of(input.path(field).asString()) : Optional.empty();
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }
}
