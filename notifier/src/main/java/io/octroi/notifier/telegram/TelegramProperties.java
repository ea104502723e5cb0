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
 * @param token the bot's token; empty switches Telegram off. On AWS {@code octroi.secrets.from}
 *     names its secret
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param botUsername the bot's name without @, for start links; needed where chats are configured
 * @param chats ids of the chats that a plan family gives access to, by family
 * @param planChats ids of the chats that one plan gives access to, by plan code; takes the place of
 *     its family's
 * @param linkValidity how long an invitation link can be used, unless access ends before
 * @param messages whether reminders also go out as private messages of the bot
 */
@Validated
@ConfigurationProperties("octroi.notifier.telegram")
public record TelegramProperties(
    @NotNull @DefaultValue("https://api.telegram.org") URI baseUrl,
    @DefaultValue("") String token,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration readTimeout,
    @Pattern(regexp = "|[A-Za-z0-9_]{5,32}") @DefaultValue("") String botUsername,
    @DefaultValue Map<String, List<Long>> chats,
    @DefaultValue Map<String, List<Long>> planChats,
    @DefaultValue("7d") Duration linkValidity,
    @DefaultValue("false") boolean messages) {

  public TelegramProperties {
    chats = Map.copyOf(chats);
    planChats = Map.copyOf(planChats);
    if (botUsername.isEmpty() && opensChats(chats, planChats)) {
      throw new IllegalArgumentException(
          "octroi.notifier.telegram.bot-username is missing although chats are configured");
    }
  }

  private static boolean opensChats(
      Map<String, List<Long>> chats, Map<String, List<Long>> planChats) {
    return !chats.isEmpty() || !planChats.isEmpty();
  }

  /**
   * Whether a token fits these settings; it need not be one of them.
   *
   * @throws IllegalArgumentException where it is missing, or no token
   */
  void requireUsable(String botToken) {
    if (botToken.isEmpty() && (opensChats(chats, planChats) || messages)) {
      throw new IllegalArgumentException(
          "octroi.notifier.telegram.token is missing although chats or messages are configured");
    }
    if (!botToken.isEmpty() && !isToken(botToken)) {
      throw new IllegalArgumentException("octroi.notifier.telegram.token is no bot's token");
    }
  }

  /** Whether a text can be a token; it becomes part of a URL. */
  static boolean isToken(String text) {
    return text.matches("[A-Za-z0-9:_-]+");
  }

  /** Which chats a plan opens. */
  public PlanChats opened() {
    return new PlanChats(chats, planChats);
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
