package io.octroi.notifier.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The methods of Telegram's Bot API that are used here. Answers stay bytes: a refusal has another
 * shape than a result, and a proxy's error page is neither.
 */
@HttpExchange(contentType = "application/json", accept = "application/json")
interface TelegramBotApi {
  @PostExchange("/createChatInviteLink")
  ResponseEntity<byte[]> createChatInviteLink(@RequestBody NewInviteLink link);

  @PostExchange("/revokeChatInviteLink")
  ResponseEntity<byte[]> revokeChatInviteLink(@RequestBody InviteLink link);

  @PostExchange("/banChatMember")
  ResponseEntity<byte[]> banChatMember(@RequestBody Member member);

  @PostExchange("/unbanChatMember")
  ResponseEntity<byte[]> unbanChatMember(@RequestBody BannedMember member);

  @PostExchange("/getChatMember")
  ResponseEntity<byte[]> getChatMember(@RequestBody Member member);

  @PostExchange("/approveChatJoinRequest")
  ResponseEntity<byte[]> approveChatJoinRequest(@RequestBody Member member);

  @PostExchange("/declineChatJoinRequest")
  ResponseEntity<byte[]> declineChatJoinRequest(@RequestBody Member member);

  @PostExchange("/sendMessage")
  ResponseEntity<byte[]> sendMessage(@RequestBody NewMessage message);

  /**
   * @param name at most 32 characters
   * @param expireDate seconds since 1970
   * @param createsJoinRequest who follows the link asks to be let in
   */
  record NewInviteLink(
      @JsonProperty("chat_id") long chatId,
      @JsonProperty("name") String name,
      @JsonProperty("expire_date") long expireDate,
      @JsonProperty("creates_join_request") boolean createsJoinRequest) {}

  record InviteLink(
      @JsonProperty("chat_id") long chatId, @JsonProperty("invite_link") String inviteLink) {}

  record Member(@JsonProperty("chat_id") long chatId, @JsonProperty("user_id") long userId) {}

  /**
   * @param onlyIfBanned without it, a current member would be put out
   */
  record BannedMember(
      @JsonProperty("chat_id") long chatId,
      @JsonProperty("user_id") long userId,
      @JsonProperty("only_if_banned") boolean onlyIfBanned) {}

  record NewMessage(@JsonProperty("chat_id") long chatId, @JsonProperty("text") String text) {}
}
