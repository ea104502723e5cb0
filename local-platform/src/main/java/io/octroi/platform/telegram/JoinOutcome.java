package io.octroi.platform.telegram;

/** What happens to a person who opens an invite link. */
public enum JoinOutcome {
  JOINED,
  /** An administrator must let them in. */
  REQUESTED,
  ALREADY_IN,
  /** They were put out and not forgiven. */
  BANNED,
  /** Expired, revoked, used up or never made: Telegram does not tell which. */
  INVALID_LINK
}
