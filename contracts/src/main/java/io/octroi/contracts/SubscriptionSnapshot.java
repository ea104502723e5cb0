package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer's subscription to a family of plans, as it stands.
 *
 * @param version grows with each change; of two snapshots the higher one is true
 * @param family plans of one family prolong one another, such as {@code signaux}
 * @param planCode the plan of the last period
 * @param startsAt start of the unbroken run of periods that ends at {@code endsAt}
 * @param endsAt the instant from which access is no longer paid for
 */
public record SubscriptionSnapshot(
    @JsonProperty("subscription_id") UUID subscriptionId,
    @JsonProperty("version") long version,
    @JsonProperty("customer_id") String customerId,
    @JsonProperty("family") String family,
    @JsonProperty("plan_code") String planCode,
    @JsonProperty("status") SubscriptionStatus status,
    @JsonProperty("starts_at") Instant startsAt,
    @JsonProperty("ends_at") Instant endsAt,
    @JsonProperty("contact") Contact contact) {}
