package io.octroi.payment.confirmation;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.translation.Inquiry;

/**
 * A new webhook, and what has to be asked because of it.
 *
 * @param traceparent the trace it came in
 */
public record Asked(VerifiedWebhook webhook, Inquiry inquiry, String traceparent) {}
