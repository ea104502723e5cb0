package io.octroi.notifier.telegram;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Telegram is reached, and which chats access opens.
 *
 * @param baseUrl where the Bot API is, without the bot's part of the path
 * @param token the bot's token; empty switches Telegram off
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param chats ids of the chats that a plan family gives access to, by family
 * @param linkValidity how long an invitation link can be used, unless access ends before
 * @param messages whether reminders also go out as private messages of the bot
 */
@Validated
@ConfigurationProperties("octroi.notifier.telegram")
public record TelegramProperties(
    @NotNull @DefaultValue("https://api.telegram.org") URI baseUrl,
    @Pattern(regexp = "[A-Za-z0-9:_-]*") @DefaultValue("") String token,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration readTimeout,
    @DefaultValue Map<String, List<Long>> chats,
    @DefaultValue("7d") Duration linkValidity,
    @DefaultValue("false") boolean messages) {

  public TelegramProperties {
    chats = Map.copyOf(chats);
    if (token.isEmpty() && (!chats.isEmpty() || messages)) {
      throw new IllegalArgumentException(
          "octroi.notifier.telegram.token is missing although chats or messages are configured");
    }
  }

  /** The longest that one delivery can take; none makes more than two calls. */
  public Duration slowestDelivery() {
    return connectTimeout.plus(readTimeout).multipliedBy(2);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "TelegramProperties[baseUrl=" + baseUrl + ", chats=" + chats + "]";
  }
}
