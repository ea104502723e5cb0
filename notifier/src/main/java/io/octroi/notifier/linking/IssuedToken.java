package io.octroi.notifier.linking;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What is kept of a start token.
 *
 * @param usedBy the account that used it, where one has
 */
record IssuedToken(String customerId, Instant expiresAt, OptionalLong usedBy) {}
