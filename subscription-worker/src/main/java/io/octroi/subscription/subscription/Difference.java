package io.octroi.subscription.subscription;

/**
 * One field in which what is stored differs from what payments amount to.
 *
 * @param table {@code subscriptions} or {@code periods}
 * @param key customer and family, or the payment's id
 * @param field the column; {@code row} where one side has no such row
 * @param live the stored value; {@code ***} for what is personal, {@code -} for none
 * @param rebuilt what the payments amount to
 */
public record Difference(String table, String key, String field, String live, String rebuilt) {}
