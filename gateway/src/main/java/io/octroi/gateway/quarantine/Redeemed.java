package io.octroi.gateway.quarantine;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of kept requests.
 *
 * @param redeemed published, or in a dry run those that would be
 * @param repeated of an event that was redeemed in the same pass already
 * @param stillRefused not proved by the secrets of now either
 * @param expired received too long ago
 * @param undecryptable sealed with a key that is gone, or changed since
 * @param failed verified but not taken by the broker; they stay kept
 * @param complete whether the pass reached the end within its time
 */
public record Redeemed(
    @JsonProperty("dry_run") boolean dryRun,
    @JsonProperty("redeemed") long redeemed,
    @JsonProperty("repeated") long repeated,
    @JsonProperty("still_refused") long stillRefused,
    @JsonProperty("expired") long expired,
    @JsonProperty("undecryptable") long undecryptable,
    @JsonProperty("failed") long failed,
    @JsonProperty("complete") boolean complete) {

  /** Counts during a pass. */
  static final class Tally {
    private final boolean dryRun;
    long redeemed;
    long repeated;
    long stillRefused;
    long expired;
    long undecryptable;
    long failed;
    boolean complete;

    Tally(boolean dryRun) {
      this.dryRun = dryRun;
    }

    Redeemed redeemed() {
      return new Redeemed(
          dryRun, redeemed, repeated, stillRefused, expired, undecryptable, failed, complete);
    }
  }
}
