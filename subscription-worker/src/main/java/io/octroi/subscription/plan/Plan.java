package io.octroi.subscription.plan;

import java.time.Duration;

/**
 * Something that can be paid for.
 *
 * @param code what payments name it by, such as {@code signaux-monthly}
 * @param family plans of one family prolong one another
 * @param days how long a payment lasts; a day is 24 hours
 * @param reminderBefore how long before the end the customer is reminded; zero for never
 * @param access what refunds and disputes do to the days
 */
public record Plan(
    String code, String family, int days, Duration reminderBefore, AccessPolicy access) {}
