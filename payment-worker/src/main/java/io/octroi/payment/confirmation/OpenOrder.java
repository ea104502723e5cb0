package io.octroi.payment.confirmation;

import java.time.Instant;

/**
 * An order whose end the ledger does not have.
 *
 * @param failure why its provider gave no answer when it was asked last, as a stable code; empty
 *     where it gave one or was not asked yet
 */
public record OpenOrder(String reference, Instant createdAt, String failure) {}
