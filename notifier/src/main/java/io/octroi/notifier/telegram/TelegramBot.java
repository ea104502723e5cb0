package io.octroi.notifier.telegram;

import io.octroi.notifier.telegram.TelegramBotApi.BannedMember;
import io.octroi.notifier.telegram.TelegramBotApi.InviteLink;
import io.octroi.notifier.telegram.TelegramBotApi.Member;
import io.octroi.notifier.telegram.TelegramBotApi.NewInviteLink;
import io.octroi.notifier.telegram.TelegramBotApi.NewMessage;
import io.octroi.runtime.secret.SensitiveSetting;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;

/**
 * The bot. Every call answers with a value; no exception leaves it, for their messages hold the URL
 * and with it the token.
 */
public final class TelegramBot {
  /** What Telegram would have said. */
  private static final TelegramRefusal PACED =
      new TelegramRefusal(TelegramRefusal.Meaning.TOO_MANY_REQUESTS, "paced");

  /** A token that was revoked, and one that never was. */
  private static final Set<Integer> KNOWS_NO_SUCH_BOT = Set.of(401, 404);

  private final TelegramApis apis;
  private final TelegramPace pace;
  private final SensitiveSetting token;

  /**
   * @param token the bot's, which may change at any moment; empty where Telegram is not used
   */
  TelegramBot(TelegramApis apis, TelegramPace pace, SensitiveSetting token) {
    this.apis = apis;
    this.pace = pace;
    this.token = token;
  }

  /**
   * Makes a link by which people may ask to be let in.
   *
   * @param name what administrators see beside the link; at most 32 characters
   */
  public TelegramAnswer invite(long chatId, String name, Instant expiresAt) {
    return answer(
        chatId,
        api ->
            api.createChatInviteLink(
                new NewInviteLink(chatId, name, expiresAt.getEpochSecond(), true)));
  }

  public TelegramAnswer revoke(long chatId, String link) {
    return answer(chatId, api -> api.revokeChatInviteLink(new InviteLink(chatId, link)));
  }

  /** Puts a person out, who cannot come back until {@link #unban}. */
  public TelegramAnswer ban(long chatId, long userId) {
    return answer(chatId, api -> api.banChatMember(new Member(chatId, userId)));
  }

  /** Lifts a ban and leaves alone who is not banned. */
  public TelegramAnswer unban(long chatId, long userId) {
    return answer(chatId, api -> api.unbanChatMember(new BannedMember(chatId, userId, true)));
  }

  /** What a person is in a chat. */
  public TelegramAnswer member(long chatId, long userId) {
    return answer(chatId, api -> api.getChatMember(new Member(chatId, userId)));
  }

  /** Lets in who asked. */
  public TelegramAnswer approve(long chatId, long userId) {
    return answer(chatId, api -> api.approveChatJoinRequest(new Member(chatId, userId)));
  }

  /** Refuses who asked. */
  public TelegramAnswer decline(long chatId, long userId) {
    return answer(chatId, api -> api.declineChatJoinRequest(new Member(chatId, userId)));
  }

  public TelegramAnswer message(long userId, String text) {
    return answer(userId, api -> api.sendMessage(new NewMessage(userId, text)));
  }

  /**
   * @param about the chat or person whose pace counts
   */
  private TelegramAnswer answer(long about, Function<TelegramBotApi, ResponseEntity<byte[]>> call) {
    String presented = token.value();
    if (!TelegramProperties.isToken(presented)) {
      return new TelegramAnswer.Unreachable("telegram_not_configured");
    }
    TelegramPace.Leave leave = pace.reserve(about);
    if (!leave.granted()) {
      return new TelegramAnswer.Rejected(PACED, leave.delay(), OptionalLong.empty());
    }
    try {
      TimeUnit.NANOSECONDS.sleep(leave.delay().toNanos());
      ResponseEntity<byte[]> response = call.apply(apis.of(presented));
      if (KNOWS_NO_SUCH_BOT.contains(response.getStatusCode().value())) {
        token.refused(presented);
      }
      return TelegramAnswers.read(
          response.getStatusCode().value(),
          response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER),
          response.getBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TelegramAnswer.Unreachable("interrupted");
    } catch (RestClientException e) {
      return new TelegramAnswer.Unreachable("telegram_unreachable");
    }
  }
}
