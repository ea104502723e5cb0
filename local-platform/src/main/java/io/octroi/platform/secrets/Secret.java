package io.octroi.platform.secrets;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * A secret with its versions. A stage is on one version at most; a version without a stage is
 * deprecated and the service may forget it, which this one does not.
 */
record Secret(
    String name,
    String arn,
    String description,
    Instant createdAt,
    Instant changedAt,
    SequencedMap<String, Version> versions) {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  /** The value is text, or bytes in base64; one of the two is empty. */
  record Version(String text, String base64, Instant createdAt, SequencedSet<String> stages) {
    boolean sameValue(Version other) {
      return text.equals(other.text) && base64.equals(other.base64);
    }
  }

  Optional<String> versionWith(String stage) {
    return versions.entrySet().stream()
        .filter(version -> version.getValue().stages().contains(stage))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Adds a version and moves the stages to it. */
  Secret with(String id, Version version, List<String> stages, Instant now) {
    SequencedMap<String, Version> more = new LinkedHashMap<>(versions);
    more.putIfAbsent(
        id,
        new Version(version.text(), version.base64(), version.createdAt(), new LinkedHashSet<>()));
    Secret grown = new Secret(name, arn, description, createdAt, now, more);
    for (String stage : stages) {
      grown = grown.withStageOn(stage, Optional.of(id), now);
    }
    return grown;
  }

  /**
   * Moves a stage to a version, or takes it away. The version that loses AWSCURRENT gets
   * AWSPREVIOUS.
   */
  Secret withStageOn(String stage, Optional<String> target, Instant now) {
    Optional<String> holder = versionWith(stage);
    if (holder.equals(target)) {
      return this;
    }
    SequencedMap<String, Version> moved = new LinkedHashMap<>();
    versions.forEach((id, version) -> moved.put(id, without(version, stage)));
    target.ifPresent(id -> moved.computeIfPresent(id, (_, version) -> with(version, stage)));
    Secret result = new Secret(name, arn, description, createdAt, now, moved);
    return stage.equals(CURRENT) && holder.isPresent()
        ? result.withStageOn(PREVIOUS, holder, now)
        : result;
  }

  private static Version without(Version version, String stage) {
    SequencedSet<String> stages = new LinkedHashSet<>(version.stages());
    stages.remove(stage);
    return new Version(version.text(), version.base64(), version.createdAt(), stages);
  }

  private static Version with(Version version, String stage) {
    SequencedSet<String> stages = new LinkedHashSet<>(version.stages());
    stages.add(stage);
    return new Version(version.text(), version.base64(), version.createdAt(), stages);
  }
}
