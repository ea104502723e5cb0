package io.octroi.notifier.telegram;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast Telegram is called, over all instances; settings under {@code
 * octroi.notifier.telegram.pace}. Telegram publishes about 30 messages a second for a bot and one a
 * second for a chat, and says more by {@code retry_after}.
 *
 * @param perSecond calls a second, whatever they are about
 * @param burst calls that may be made at once after a rest
 * @param perChatPerSecond calls a second about one chat or to one person
 * @param perChatBurst such calls that may be made at once after a rest
 * @param longestWait a call that would have to wait longer is made another time
 */
@Validated
@ConfigurationProperties("octroi.notifier.telegram.pace")
public record PaceProperties(
    @Min(1) @Max(10_000) @DefaultValue("30") int perSecond,
    @Min(1) @Max(10_000) @DefaultValue("30") int burst,
    @Min(1) @Max(10_000) @DefaultValue("10") int perChatPerSecond,
    @Min(1) @Max(10_000) @DefaultValue("20") int perChatBurst,
    @DefaultValue("2s") Duration longestWait) {}
