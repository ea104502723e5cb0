package io.octroi.notifier.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address that takes no mail; which one, only who has it can tell.
 *
 * @param customerIds whose it is, as far as is known
 * @param code why: {@code smtp_550}, {@code ses_bounce} or {@code ses_complaint}
 */
public record Suppression(UUID id, List<String> customerIds, String code, Instant suppressedAt) {}
