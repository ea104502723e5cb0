package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a payment was contested, by the provider's clock.
 *
 * @param from when the dispute was opened
 * @param until when it was won; absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputedTime(
    @JsonProperty("from") Instant from, @JsonProperty("until") @Nullable Instant until) {}
