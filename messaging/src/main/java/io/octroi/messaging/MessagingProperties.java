package io.octroi.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Settings under {@code octroi.messaging}. */
@Validated
@ConfigurationProperties("octroi.messaging")
public record MessagingProperties(
    @NotBlank String source,
    @Valid @DefaultValue Consumer consumer,
    @Valid @DefaultValue OutboxSettings outbox,
    @Valid @DefaultValue InboxSettings inbox) {

  /**
   * @param concurrency consumer threads of this process
   * @param maxPollRecords records of one transaction, at most
   * @param backOffInitial first wait after the infrastructure failed
   * @param backOffMax longest wait between two tries; the tries themselves never end
   * @param sessionTimeout after how long without a sign of life the broker gives a consumer's
   *     partitions to others; a worker that was killed is waited for that long
   * @param maxPollInterval longest time from one poll to the next, and longest time that a change
   *     of a group's members waits for one of them; longer than the slowest batch. A consumer whose
   *     broker goes while it joins may have to wait that long before it reads on
   * @param commitAgainTimeout how long one poll may wait for a commit that the broker did not take
   *     in time before
   * @param receiveBufferBytes size of the socket's receive buffer; -1 leaves it to the system
   * @param lagInterval how often the broker is asked how far the worker is behind
   */
  public record Consumer(
      @Min(1) @Max(64) @DefaultValue("2") int concurrency,
      @Min(1) @Max(10_000) @DefaultValue("500") int maxPollRecords,
      @DefaultValue("200ms") Duration backOffInitial,
      @DefaultValue("10s") Duration backOffMax,
      @DefaultValue("10s") Duration sessionTimeout,
      @NotNull @DurationMin(seconds = 5) @DefaultValue("2m") Duration maxPollInterval,
      @NotNull @DurationMin(millis = 10) @DefaultValue("1s") Duration commitAgainTimeout,
      @Min(-1) @DefaultValue("-1") int receiveBufferBytes,
      @NotNull @DurationMin(millis = 100) @DefaultValue("10s") Duration lagInterval) {

    /** How a consumer stays in its group, in Kafka's terms. */
    Map<String, Object> membership() {
      int session = Math.toIntExact(sessionTimeout.toMillis());
      return Map.of(
          ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
          session,
          ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
          session / 4,
          ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
          Math.toIntExact(maxPollInterval.toMillis()));
    }
  }

  /**
   * @param lanes how many parts the outbox is split into; the same in every instance and for good
   * @param lease how long a relay keeps its lanes without renewing them
   * @param pollInterval longest time until rows of another instance, or of a crashed one, are seen
   * @param batchSize rows published together, at most
   */
  public record OutboxSettings(
      @Min(1) @Max(1024) @DefaultValue("16") int lanes,
      @DefaultValue("10s") Duration lease,
      @DefaultValue("500ms") Duration pollInterval,
      @Min(1) @Max(10_000) @DefaultValue("500") int batchSize) {}

  /**
   * @param retention how long a record's id is remembered; longer than the topics keep records
   * @param pruneInterval how often old ids are forgotten
   * @param pruneBatchSize ids forgotten in one statement, at most
   */
  public record InboxSettings(
      @DefaultValue("30d") Duration retention,
      @DefaultValue("10m") Duration pruneInterval,
      @Min(1) @Max(100_000) @DefaultValue("5000") int pruneBatchSize) {}
}
