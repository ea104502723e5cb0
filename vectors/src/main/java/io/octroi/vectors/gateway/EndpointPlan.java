package io.octroi.vectors.gateway;

import io.octroi.runtime.secret.SecretVersion;
import io.octroi.runtime.secret.Secrets;
import io.octroi.vectors.file.VectorCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The endpoints of one gateway on which all cases can be tried: one for each kind of settings, so
 * that nothing has to be restarted between two cases.
 */
final class EndpointPlan implements Secrets {
  private final Map<EndpointSettings, String> names = new LinkedHashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private final Set<String> provedBySecret;
  private final Path directory;

  /**
   * @param directory where the roots to trust are written
   */
  EndpointPlan(Collection<VectorCase> cases, Path directory) {
    this.directory = directory;
    this.provedBySecret =
        cases.stream()
            .filter(vector -> !vector.secrets().isEmpty())
            .map(VectorCase::source)
            .collect(Collectors.toSet());
    for (VectorCase vector : cases) {
      names.computeIfAbsent(settings(vector), absent -> "case-" + names.size());
    }
  }

  String name(VectorCase vector) {
    return Optional.ofNullable(names.get(settings(vector))).orElse("");
  }

  private EndpointSettings settings(VectorCase vector) {
    return EndpointSettings.of(vector, provedBySecret.contains(vector.source()));
  }

  /** Leaves an endpoint out that the gateway does not start with; false if it is out already. */
  boolean refuse(String name, String reason) {
    return names.containsValue(name) && refused.putIfAbsent(name, reason) == null;
  }

  /** Why the gateway did not start with an endpoint. */
  Optional<String> refusal(String name) {
    return Optional.ofNullable(refused.get(name));
  }

  /** The endpoints that are in, in the order of their settings. */
  List<String> endpoints() {
    return names.values().stream().filter(name -> !refused.containsKey(name)).toList();
  }

  /** The settings as the gateway reads them. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    List<String> in = endpoints();
    names.forEach((settings, name) -> {
      int number = in.indexOf(name);
      if (number >= 0) {
        write(settings, name, "octroi.gateway.endpoints[" + number + "].", properties);
      }
    });
    return properties;
  }

  /** Secrets come as from Secrets Manager: of several the first is the current one. */
  @Override
  public List<SecretVersion> load(String secretId) {
    List<SecretVersion> versions = new ArrayList<>();
    names.forEach((settings, name) -> {
      if (name.equals(secretId)) {
        settings
            .secrets()
            .forEach(text -> versions.add(new SecretVersion("v" + versions.size(), text)));
      }
    });
    return versions;
  }

  private void write(
      EndpointSettings settings, String name, String prefix, Map<String, Object> properties) {
    properties.put(prefix + "name", name);
    properties.put(prefix + "scheme", settings.scheme());
    properties.put(prefix + "profile", settings.profile());
    properties.put(prefix + "public-url", settings.publicUrl());
    settings
        .tolerance()
        .forEach((key, value) -> properties.put(prefix + "tolerance." + key, value));
    settings.options().forEach((key, value) -> properties.put(prefix + "options." + key, value));
    if (!settings.trustAnchors().isEmpty()) {
      properties.put(prefix + "options.trust-anchors", file(name, settings.trustAnchors()));
    }
    if (settings.provesBySecret()) {
      properties.put(prefix + "secret-id", name);
    }
  }

  private String file(String name, String pem) {
    try {
      return Files.writeString(directory.resolve(name + ".pem"), pem).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
