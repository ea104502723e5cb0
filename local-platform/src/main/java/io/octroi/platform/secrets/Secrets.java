package io.octroi.platform.secrets;

import io.octroi.platform.store.JsonFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All secrets of the stand-in, by name; saved after each change where a file is given. */
final class Secrets {
  /** Wrapped, so that the file says what it holds and may say more later. */
  record Saved(Map<String, Secret> secrets) {}

  private final String arnPrefix;
  private final Optional<JsonFile<Saved>> file;
  private final Map<String, Secret> byName = new LinkedHashMap<>();

  Secrets(String region, Optional<JsonFile<Saved>> file) {
    this.arnPrefix = "arn:aws:secretsmanager:" + region + ":000000000000:secret:";
    this.file = file;
    file.flatMap(JsonFile::load).ifPresent(saved -> byName.putAll(saved.secrets()));
  }

  /** By name, full ARN, or ARN without its random suffix. */
  synchronized Secret get(String id) {
    return byName.values().stream()
        .filter(secret -> names(secret, id))
        .findFirst()
        .orElseThrow(SecretsRefusal::secretNotFound);
  }

  synchronized List<Secret> all() {
    return List.copyOf(byName.values());
  }

  synchronized Secret create(String name, String description, Instant now) {
    if (name.isEmpty()) {
      throw SecretsRefusal.invalidParameter("You must provide a name.");
    }
    if (byName.containsKey(name)) {
      throw SecretsRefusal.exists(
          "The operation failed because the secret " + name + " already exists.");
    }
    Secret secret = new Secret(name, arn(name), description, now, now, new LinkedHashMap<>());
    return keep(secret);
  }

  /** Adds a value; the same value under the same version id again changes nothing. */
  synchronized Secret put(
      String id, String versionId, Secret.Version value, List<String> stages, Instant now) {
    return change(
        id,
        secret -> {
          Secret.Version known = secret.versions().getOrDefault(versionId, value);
          if (!known.sameValue(value)) {
            throw SecretsRefusal.exists(
                "You can't modify an existing version, you can only create a new version.");
          }
          return secret.with(versionId, value, stages, now);
        });
  }

  synchronized Secret moveStage(
      String id, String stage, Optional<String> from, Optional<String> to, Instant now) {
    return change(
        id,
        secret -> {
          Optional<String> holder = secret.versionWith(stage);
          if (holder.isPresent() && !holder.equals(from) && !holder.equals(to)) {
            throw SecretsRefusal.invalidParameter(
                "The parameter RemoveFromVersionId can't be empty. Staging label "
                    + stage
                    + " is currently attached to version "
                    + holder.get()
                    + ", so you must explicitly reference that version in RemoveFromVersionId.");
          }
          if (to.isPresent() && !secret.versions().containsKey(to.get())) {
            throw SecretsRefusal.valueNotFound("VersionId: " + to.get());
          }
          return secret.withStageOn(stage, to, now);
        });
  }

  private Secret change(String id, UnaryOperator<Secret> change) {
    return keep(change.apply(get(id)));
  }

  private Secret keep(Secret secret) {
    byName.put(secret.name(), secret);
    file.ifPresent(saved -> saved.save(new Saved(byName)));
    return secret;
  }

  private static boolean names(Secret secret, String id) {
    return secret.name().equals(id)
        || secret.arn().equals(id)
        || secret.arn().substring(0, secret.arn().lastIndexOf('-')).equals(id);
  }

  /** The suffix is random at the real service; here it follows from the name. */
  private String arn(String name) {
    String suffix = String.format(Locale.ROOT, "%06x", name.hashCode() & 0xffffff);
    return arnPrefix + name + "-" + suffix;
  }

  static Secret.Version version(String text, String base64, Instant now) {
    return new Secret.Version(text, base64, now, new LinkedHashSet<>());
  }
}
