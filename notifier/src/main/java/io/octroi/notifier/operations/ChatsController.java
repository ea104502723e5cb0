package io.octroi.notifier.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.notifier.membership.ChatStops;
import io.octroi.notifier.membership.Memberships;
import io.octroi.notifier.operations.ChatViews.Position;
import io.octroi.operations.answer.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators who is in which chat, and lets them have Telegram asked. */
@RestController
final class ChatsController {
  private final ChatViews views;
  private final Memberships memberships;
  private final ChatStops stops;
  private final Clock clock;

  ChatsController(ChatViews views, Memberships memberships, ChatStops stops, Clock clock) {
    this.views = views;
    this.memberships = memberships;
    this.stops = stops;
    this.clock = clock;
  }

  /** Chats in which somebody is looked after, with how many are where. */
  @GetMapping("/operations/chats")
  List<ChatViews.Chat> chats() {
    return views.chats();
  }

  /** Customers' accounts in chats, in the order of the customers' ids. */
  @GetMapping("/operations/memberships")
  Page<View> memberships(
      @RequestParam(name = "customer", defaultValue = "") @Size(max = 255) String customer,
      @RequestParam(name = "chat", defaultValue = "0") long chat,
      @RequestParam(name = "before", defaultValue = "") @Pattern(regexp = "|-?[0-9]{1,18}/.{1,255}")
          String after,
      @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    return Page.of(
        views.members(customer, chat, Position.parse(after), Page.toRead(limit)),
        limit,
        View::of,
        member -> new Position(member.customerId(), member.chatId()));
  }

  /** Has Telegram asked about everybody in a chat, within its limits, and a stop tried again. */
  @PostMapping("/operations/chats/{chatId}/check")
  Check check(@PathVariable("chatId") long chatId) {
    stops.works(chatId);
    return new Check(memberships.checkAll(chatId, clock.instant()));
  }

  /**
   * An account in a chat; its id is masked.
   *
   * @param seenAt Telegram's time of what says so
   * @param code why the last step did not succeed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @JsonProperty("chat_id") long chatId,
      @JsonProperty("telegram_user_id") String telegramUserId,
      @JsonProperty("customer_id") String customerId,
      @JsonProperty("standing") String standing,
      @JsonProperty("seen_at") @Nullable Instant seenAt,
      @JsonProperty("asked_at") @Nullable Instant askedAt,
      @JsonProperty("due_at") @Nullable Instant dueAt,
      @JsonProperty("check_at") @Nullable Instant checkAt,
      @JsonProperty("attempts") int attempts,
      @JsonProperty("code") String code) {

    static View of(ChatViews.Member member) {
      return new View(
          member.chatId(),
          Masks.telegramUserId(member.telegramUserId()),
          member.customerId(),
          member.standing(),
          member.seenAt(),
          member.askedAt(),
          member.dueAt(),
          member.checkAt(),
          member.attempts(),
          member.code());
    }
  }

  /**
   * @param accounts that Telegram is asked about
   */
  record Check(@JsonProperty("accounts") int accounts) {}
}
