package io.octroi.runtime.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Whether a version of a secret can be taken away without anybody being refused for it. */
public enum Retirement {
  /** It can. */
  SAFE,
  /** It is the newest one. */
  CURRENT,
  /** No newer one has proved anything yet: the provider may not know it. */
  NEWER_NOT_USED,
  /** It proved something within the time to wait. */
  USED_RECENTLY,
  /** Nobody has looked for long enough to know that it is out of use. */
  WATCHED_TOO_SHORT;

  /**
   * What is known of a version.
   *
   * @param current whether it is the newest one
   * @param newerUsed whether a newer one has proved anything
   * @param lastUsedAt when it last proved something, {@link Instant#EPOCH} if never
   * @param watchedSince since when its uses are known
   */
  public record Evidence(
      boolean current, boolean newerUsed, Instant lastUsedAt, Instant watchedSince) {}

  /**
   * The verdict.
   *
   * @param retireAfter how long it must have been out of use: the longest time over which a
   *     provider sends a webhook again
   */
  public static Retirement of(Evidence evidence, Instant now, Duration retireAfter) {
    if (evidence.current()) {
      return CURRENT;
    }
    if (!evidence.newerUsed()) {
      return NEWER_NOT_USED;
    }
    Instant quietSince = now.minus(retireAfter);
    if (evidence.lastUsedAt().isAfter(quietSince)) {
      return USED_RECENTLY;
    }
    return evidence.watchedSince().isAfter(quietSince) ? WATCHED_TOO_SHORT : SAFE;
  }

  public boolean safe() {
    return this == SAFE;
  }

  /** The value on the wire: {@code used-recently}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
