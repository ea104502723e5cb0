package io.octroi.runtime.secret;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One secret and the settings whose values it holds; they change together. */
final class SettingsSecret {
  private final Map<Sensitive, SecretReference> references;
  private final ManagedSecret<Map<Sensitive, String>> values;

  private SettingsSecret(String secretId, Map<Sensitive, SecretReference> references) {
    this.references = references;
    this.values = new ManagedSecret<>(secretId, Map.of(), this::read);
  }

  /** The secrets that settings refer to, in the order of their ids. */
  static List<SettingsSecret> of(Map<Sensitive, SecretReference> references) {
    return references.values().stream()
        .map(SecretReference::secretId)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(id -> new SettingsSecret(id, of(id, references)))
        .toList();
  }

  private static Map<Sensitive, SecretReference> of(
      String secretId, Map<Sensitive, SecretReference> references) {
    Map<Sensitive, SecretReference> own = new EnumMap<>(references);
    own.values().removeIf(reference -> !reference.secretId().equals(secretId));
    return own;
  }

  String id() {
    return values.secretId();
  }

  Set<Sensitive> settings() {
    return references.keySet();
  }

  String value(Sensitive setting) {
    return values.current().getOrDefault(setting, "");
  }

  /**
   * Loads all values or none.
   *
   * @return whether anything changed
   * @throws SecretUnavailableException when one of them is missing
   */
  boolean refresh(Secrets source) {
    return values.refresh(source);
  }

  /** Of the current version alone: with the previous one nobody signs in. */
  private Map<Sensitive, String> read(List<SecretVersion> versions) {
    Map<Sensitive, String> read = new EnumMap<>(Sensitive.class);
    String stored = versions.getFirst().text();
    references.forEach((setting, reference) -> {
      try {
        read.put(setting, reference.read(stored));
      } catch (SecretUnavailableException e) {
        throw new SecretUnavailableException(setting.property() + ": " + e.getMessage());
      }
    });
    return read;
  }

  /** Its id and the keys that are looked for in it. */
  @Override
  public String toString() {
    return references.entrySet().stream()
        .map(entry -> entry.getValue() + " (" + entry.getKey().property() + ")")
        .collect(Collectors.joining(", "));
  }
}
