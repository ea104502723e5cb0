package io.octroi.platform.secrets;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import io.octroi.platform.store.JsonFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * AWS Secrets Manager for one machine: the same protocol, so the same client works against both.
 * Signatures are not checked. Point a client at it with its endpoint override.
 */
public final class SecretsManagerStandIn implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
  private static final String TARGET_PREFIX = "secretsmanager.";

  private final SecretsOperations operations;
  private final LoopbackServer server;
  private volatile boolean unavailable;

  private SecretsManagerStandIn(Settings settings) {
    Optional<JsonFile<Secrets.Saved>> file =
        settings.file().map(path -> new JsonFile<>(path, Secrets.Saved.class));
    this.operations = new SecretsOperations(new Secrets(settings.region(), file), settings.clock());
    this.server =
        LoopbackServer.start(
            "Secrets Manager stand-in", settings.port(), settings.clock(), this::answer);
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param file where secrets are kept, readable by their owner only; empty keeps them in memory
   */
  public record Settings(int port, String region, Clock clock, Optional<Path> file) {
    public static Settings inMemory(Clock clock) {
      return new Settings(0, "eu-west-1", clock, Optional.empty());
    }
  }

  public static SecretsManagerStandIn start(Settings settings) {
    return new SecretsManagerStandIn(settings);
  }

  /** The endpoint override for clients. */
  public URI uri() {
    return server.uri();
  }

  /** For scripted answers and recorded requests. */
  public LoopbackServer server() {
    return server;
  }

  /** While true, every call ends with an internal error, which clients retry. */
  public void unavailable(boolean value) {
    this.unavailable = value;
  }

  /**
   * Stores a text as the current value, as PutSecretValue would; creates the secret if need be.
   *
   * @return the new version's id
   */
  public String put(String name, String value) {
    try {
      return version(call("PutSecretValue", Map.of("SecretId", name, "SecretString", value)));
    } catch (SecretsRefusal e) {
      return version(call("CreateSecret", Map.of("Name", name, "SecretString", value)));
    }
  }

  /** The same where it is not the current value already, so that a start makes no new versions. */
  public void keep(String name, String value) {
    if (!names().contains(name)
        || !value.equals(call("GetSecretValue", Map.of("SecretId", name)).get("SecretString"))) {
      put(name, value);
    }
  }

  private Map<String, Object> call(String operation, Map<String, Object> input) {
    return operations.call(operation, JSON.valueToTree(input));
  }

  private static String version(Map<String, Object> answer) {
    return String.valueOf(answer.get("VersionId"));
  }

  /** Names of the secrets it has. */
  public List<String> names() {
    return JSON.<JsonNode>valueToTree(call("ListSecrets", Map.of()))
        .path("SecretList")
        .valueStream()
        .map(secret -> secret.path("Name").asString())
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(RecordedRequest request) {
    try {
      if (unavailable) {
        throw SecretsRefusal.unavailable();
      }
      String target = request.header("x-amz-target").orElse("");
      if (!target.startsWith(TARGET_PREFIX)) {
        throw SecretsRefusal.unknownOperation(target);
      }
      JsonNode input = JSON.readTree(request.body());
      return reply(200, operations.call(target.substring(TARGET_PREFIX.length()), input));
    } catch (SecretsRefusal e) {
      return reply(e.status(), Map.of("__type", e.type(), "Message", e.text()));
    } catch (JacksonException e) {
      return reply(400, Map.of("__type", "SerializationException", "Message", "not JSON"));
    }
  }

  private static Answer reply(int status, Map<String, Object> body) {
    return Answer.of(status, CONTENT_TYPE, JSON.writeValueAsString(body));
  }
}
