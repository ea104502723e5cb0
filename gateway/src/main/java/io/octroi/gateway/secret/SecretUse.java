package io.octroi.gateway.secret;

import java.time.Instant;

/**
 * What this gateway knows of a version of an endpoint's secret.
 *
 * @param loadedAt since when it has been accepted here
 * @param lastUsedAt when it last proved a webhook; {@link Instant#EPOCH} if it never did
 * @param uses how many webhooks it proved
 */
public record SecretUse(String version, Instant loadedAt, Instant lastUsedAt, long uses) {

  public boolean used() {
    return uses > 0;
  }

  SecretUse again(Instant at) {
    return new SecretUse(version, loadedAt, at.isAfter(lastUsedAt) ? at : lastUsedAt, uses + 1);
  }
}
