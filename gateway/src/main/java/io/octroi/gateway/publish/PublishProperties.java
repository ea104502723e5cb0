package io.octroi.gateway.publish;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How long the gateway waits for the broker, and for how many webhooks at once. An answer comes at
 * the latest after {@code maxBlock} and {@code deliveryTimeout} together, which must stay well
 * below the patience of providers.
 *
 * @param maxInFlight how many webhooks may wait for an acknowledgement
 * @param maxProbes how many of them while the broker is known to be away
 * @param maxBlock how long one may wait for the topic's metadata or room in the producer's memory
 * @param requestTimeout how long one request to a broker may take
 * @param deliveryTimeout how long one record may take, retries included
 * @param linger how long the producer waits for company for a record
 * @param maxRequests how many requests may be under way to one broker, 1 to 5. With one, all that
 *     comes while it is under way goes with the next: fewer and larger ones, for at most one round
 *     trip more
 * @param batchSize how much of one partition goes in one request
 * @param maxRecord the largest record, its headers included; the topic must allow as much
 * @param bufferMemory what the producer may hold that is not acknowledged
 */
@Validated
@ConfigurationProperties("octroi.gateway.publish")
public record PublishProperties(
    @Min(1) @DefaultValue("1024") int maxInFlight,
    @Min(1) @DefaultValue("8") int maxProbes,
    @NotNull @DurationMin(millis = 100) @DefaultValue("2s") Duration maxBlock,
    @NotNull @DurationMin(millis = 100) @DefaultValue("3s") Duration requestTimeout,
    @NotNull @DurationMin(millis = 100) @DefaultValue("5s") Duration deliveryTimeout,
    @NotNull @DefaultValue("0ms") Duration linger,
    @Min(1) @Max(5) @DefaultValue("1") int maxRequests,
    @NotNull @DefaultValue("64KB") DataSize batchSize,
    @NotNull @DefaultValue("1152KB") DataSize maxRecord,
    @NotNull @DefaultValue("64MB") DataSize bufferMemory) {}
