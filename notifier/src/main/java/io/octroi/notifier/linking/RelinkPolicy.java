package io.octroi.notifier.linking;

/** What a valid token does for a customer or an account that is linked otherwise. */
public enum RelinkPolicy {
  /** Nothing; an operator is told and may cut the old link. */
  REFUSE,
  /** The new link takes the place of the old ones, whose accounts lose access. */
  REPLACE
}
