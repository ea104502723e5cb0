package io.octroi.contracts;

import java.util.UUID;

/**
 * A domain event with its identity.
 *
 * @param id UUIDv7, unique over all events of a source; what readers recognise a duplicate by
 * @param source who says so, such as {@code /payment-worker}
 * @param event what happened
 */
public record EventEnvelope(UUID id, String source, DomainEvent event) {}
