package io.octroi.payment.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One field in which the live tables and the rebuilt ones differ.
 *
 * @param key what the row is known by: provider and reference, or the like
 * @param field the column; {@code row} where one side has no such row
 * @param live the live value; {@code ***} for what may be personal, {@code -} for none
 * @param rebuilt what the ledger amounts to
 */
public record Difference(
    @JsonProperty("table") String table,
    @JsonProperty("key") String key,
    @JsonProperty("field") String field,
    @JsonProperty("live") String live,
    @JsonProperty("rebuilt") String rebuilt) {}
