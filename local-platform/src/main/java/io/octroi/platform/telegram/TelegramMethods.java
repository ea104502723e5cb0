package io.octroi.platform.telegram;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The methods of the Bot API that touch chats and people. */
final class TelegramMethods {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_LINK_NAME = 32;
  private static final int LARGEST_MEMBER_LIMIT = 99_999;

  private final TelegramWorld world;
  private final TelegramMoves moves;
  private final Clock clock;

  TelegramMethods(TelegramWorld world, TelegramMoves moves, Clock clock) {
    this.world = world;
    this.moves = moves;
    this.clock = clock;
  }

  /** The result, or nothing for a method that is not here. */
  Optional<Object> call(String method, Parameters parameters) {
    return Optional.ofNullable(
        switch (method) {
          case "getme" -> TelegramViews.bot();
          case "getchat" -> getChat(parameters);
          case "getchatmember" -> getChatMember(parameters);
          case "sendmessage" -> sendMessage(parameters);
          case "createchatinvitelink" -> createLink(parameters);
          case "revokechatinvitelink" -> revokeLink(parameters);
          case "banchatmember" -> ban(parameters);
          case "unbanchatmember" -> unban(parameters);
          case "approvechatjoinrequest" -> approve(parameters);
          case "declinechatjoinrequest" -> decline(parameters);
          default -> null;
        });
  }

  private Object getChat(Parameters parameters) {
    String id = parameters.text("chat_id");
    Optional<TelegramUser> person =
        id.startsWith("@") ? Optional.empty() : world.user(parameters.requiredNumber("chat_id"));
    return person
        .map(TelegramViews::privateChat)
        .orElseGet(() -> TelegramViews.chat(chat(parameters)));
  }

  private Object getChatMember(Parameters parameters) {
    TelegramChat chat = chat(parameters);
    long id = parameters.requiredNumber("user_id");
    if (id == TelegramViews.BOT_ID) {
      return Map.of("user", TelegramViews.bot(), "status", chat.bot());
    }
    return TelegramViews.member(user(id), chat.statusOf(id));
  }

  private Object sendMessage(Parameters parameters) {
    String text = parameters.text("text");
    if (text.isBlank()) {
      throw TelegramRefusal.badRequest("message text is empty");
    }
    if (text.length() > LONGEST_TEXT) {
      throw TelegramRefusal.badRequest("message is too long");
    }
    String id = parameters.text("chat_id");
    if (!id.startsWith("@")) {
      Optional<TelegramUser> person = world.user(parameters.requiredNumber("chat_id"));
      if (person.isPresent()) {
        return sendTo(person.get(), parameters);
      }
    }
    TelegramChat chat = chat(parameters);
    requireAdministrator(chat, "need administrator rights in the channel chat");
    return TelegramViews.message(record(chat.id(), parameters), TelegramViews.chat(chat));
  }

  private Object sendTo(TelegramUser user, Parameters parameters) {
    Optional<String> refusal =
        switch (user.reach()) {
          case OPEN -> Optional.empty();
          case NEVER_STARTED -> Optional.of("bot can't initiate conversation with a user");
          case BLOCKED -> Optional.of("bot was blocked by the user");
          case DEACTIVATED -> Optional.of("user is deactivated");
        };
    if (refusal.isPresent()) {
      throw TelegramRefusal.forbidden(refusal.get());
    }
    return TelegramViews.message(record(user.id(), parameters), TelegramViews.privateChat(user));
  }

  private SentMessage record(long chatId, Parameters parameters) {
    return world.sent(
        chatId,
        parameters.text("text"),
        parameters.text("parse_mode"),
        parameters.text("reply_markup"),
        now());
  }

  private Object createLink(Parameters parameters) {
    TelegramChat chat = chat(parameters);
    requireAdministrator(chat, "not enough rights to manage chat invite link");
    String name = parameters.text("name");
    long expires = parameters.number("expire_date", 0);
    long limit = parameters.number("member_limit", 0);
    boolean asks = parameters.flag("creates_join_request");
    if (name.codePointCount(0, name.length()) > LONGEST_LINK_NAME) {
      throw TelegramRefusal.badRequest("invite link name is too long");
    }
    if (limit != 0 && asks) {
      throw TelegramRefusal.badRequest(
          "member limit can't be specified for links requiring administrator approval");
    }
    if (limit < 0 || limit > LARGEST_MEMBER_LIMIT) {
      throw TelegramRefusal.badRequest("USAGE_LIMIT_INVALID");
    }
    if (expires != 0 && expires <= now()) {
      throw TelegramRefusal.badRequest("EXPIRE_DATE_INVALID");
    }
    InviteLink link =
        new InviteLink(world.newLink(), chat.id(), name, expires, (int) limit, asks, false, 0);
    world.put(link);
    return TelegramViews.link(link);
  }

  private Object revokeLink(Parameters parameters) {
    TelegramChat chat = chat(parameters);
    requireAdministrator(chat, "not enough rights to manage chat invite link");
    InviteLink link =
        world
            .link(parameters.text("invite_link"))
            .filter(found -> found.chatId() == chat.id())
            .orElseThrow(() -> TelegramRefusal.badRequest("INVITE_HASH_EXPIRED"))
            .asRevoked();
    world.put(link);
    return TelegramViews.link(link);
  }

  private Object ban(Parameters parameters) {
    TelegramChat chat = chatToRestrict(parameters);
    TelegramUser user = user(parameters.requiredNumber("user_id"));
    switch (chat.statusOf(user.id())) {
      case "creator" -> throw TelegramRefusal.badRequest("can't remove chat owner");
      case "administrator" ->
          throw TelegramRefusal.badRequest("user is an administrator of the chat");
      default -> moves.byBot(chat, user, TelegramChat.KICKED);
    }
    return true;
  }

  /** Puts a member out, too, unless told to touch only those who are banned. */
  private Object unban(Parameters parameters) {
    TelegramChat chat = chatToRestrict(parameters);
    TelegramUser user = user(parameters.requiredNumber("user_id"));
    boolean banned = chat.statusOf(user.id()).equals(TelegramChat.KICKED);
    if (banned || !parameters.flag("only_if_banned")) {
      moves.byBot(chat, user, TelegramChat.LEFT);
    }
    return true;
  }

  private Object approve(Parameters parameters) {
    TelegramChat chat = chatWithRequest(parameters);
    moves.byBot(chat, user(parameters.requiredNumber("user_id")), TelegramChat.MEMBER);
    return true;
  }

  private Object decline(Parameters parameters) {
    TelegramChat chat = chatWithRequest(parameters);
    world.put(chat.withoutRequestOf(parameters.requiredNumber("user_id")));
    return true;
  }

  private TelegramChat chatWithRequest(Parameters parameters) {
    TelegramChat chat = chat(parameters);
    requireAdministrator(chat, "not enough rights");
    long user = parameters.requiredNumber("user_id");
    if (chat.has(user)) {
      throw TelegramRefusal.badRequest("USER_ALREADY_PARTICIPANT");
    }
    if (!chat.requests().contains(user)) {
      throw TelegramRefusal.badRequest("HIDE_REQUESTER_MISSING");
    }
    return chat;
  }

  private TelegramChat chatToRestrict(Parameters parameters) {
    TelegramChat chat = chat(parameters);
    requireAdministrator(chat, "not enough rights to restrict/unrestrict chat member");
    return chat;
  }

  private static void requireAdministrator(TelegramChat chat, String refusal) {
    switch (chat.bot()) {
      case "administrator" -> {}
      case TelegramChat.KICKED ->
          throw TelegramRefusal.forbidden("bot was kicked from the " + chat.type() + " chat");
      case TelegramChat.MEMBER -> throw TelegramRefusal.badRequest(refusal);
      default ->
          throw TelegramRefusal.forbidden("bot is not a member of the " + chat.type() + " chat");
    }
  }

  private TelegramChat chat(Parameters parameters) {
    String id = parameters.text("chat_id");
    Optional<TelegramChat> chat =
        id.startsWith("@")
            ? world.chatNamed(id.substring(1))
            : world.chat(parameters.requiredNumber("chat_id"));
    return chat.orElseThrow(() -> TelegramRefusal.badRequest("chat not found"));
  }

  private TelegramUser user(long id) {
    return world.user(id).orElseThrow(() -> TelegramRefusal.badRequest("user not found"));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
