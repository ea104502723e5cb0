package io.octroi.notifier.telegram;

import io.octroi.notifier.telegram.TelegramBotApi.BannedMember;
import io.octroi.notifier.telegram.TelegramBotApi.InviteLink;
import io.octroi.notifier.telegram.TelegramBotApi.Member;
import io.octroi.notifier.telegram.TelegramBotApi.NewInviteLink;
import io.octroi.notifier.telegram.TelegramBotApi.NewMessage;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;

/**
 * The bot. Every call answers with a value; no exception leaves it, for their messages hold the URL
 * and with it the token.
 */
public final class TelegramBot {
  /** How many may come in by one link. */
  private static final int SINGLE_USE = 1;

  private final TelegramBotApi api;
  private final boolean configured;

  TelegramBot(TelegramBotApi api, boolean configured) {
    this.api = api;
    this.configured = configured;
  }

  /**
   * Makes a link that lets one person in.
   *
   * @param name what administrators see beside the link; at most 32 characters
   */
  public TelegramAnswer invite(long chatId, String name, Instant expiresAt) {
    return answer(() ->
        api.createChatInviteLink(
            new NewInviteLink(chatId, name, expiresAt.getEpochSecond(), SINGLE_USE)));
  }

  public TelegramAnswer revoke(long chatId, String link) {
    return answer(() -> api.revokeChatInviteLink(new InviteLink(chatId, link)));
  }

  /** Puts a person out, who cannot come back until {@link #unban}. */
  public TelegramAnswer ban(long chatId, long userId) {
    return answer(() -> api.banChatMember(new Member(chatId, userId)));
  }

  /** Lifts a ban and leaves alone who is not banned. */
  public TelegramAnswer unban(long chatId, long userId) {
    return answer(() -> api.unbanChatMember(new BannedMember(chatId, userId, true)));
  }

  public TelegramAnswer message(long userId, String text) {
    return answer(() -> api.sendMessage(new NewMessage(userId, text)));
  }

  private TelegramAnswer answer(Supplier<ResponseEntity<byte[]>> call) {
    if (!configured) {
      return new TelegramAnswer.Unreachable("telegram_not_configured");
    }
    try {
      ResponseEntity<byte[]> response = call.get();
      return TelegramAnswers.read(
          response.getStatusCode().value(),
          response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER),
          response.getBody());
    } catch (RestClientException e) {
      return new TelegramAnswer.Unreachable("telegram_unreachable");
    }
  }
}
