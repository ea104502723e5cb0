package io.octroi.platform.telegram;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A channel or a group and who is in it.
 *
 * @param type channel, supergroup or group
 * @param username without @; empty for a private one
 * @param members status by user id, as in creator, administrator, member, left, kicked
 * @param requests ids of users who wait to be let in
 * @param bot the bot's own status there
 */
public record TelegramChat(
    long id,
    String type,
    String title,
    String username,
    Map<Long, String> members,
    Set<Long> requests,
    String bot) {

  public static final String MEMBER = "member";
  public static final String LEFT = "left";
  public static final String KICKED = "kicked";

  public TelegramChat {
    members = Map.copyOf(members);
    requests = Set.copyOf(requests);
  }

  static TelegramChat of(long id, String type, String title) {
    return new TelegramChat(id, type, title, "", Map.of(), Set.of(), "administrator");
  }

  /** left for whoever was never seen there. */
  public String statusOf(long user) {
    return members.getOrDefault(user, LEFT);
  }

  /** Whether the user can read it now. */
  public boolean has(long user) {
    return switch (statusOf(user)) {
      case "creator", "administrator", MEMBER, "restricted" -> true;
      default -> false;
    };
  }

  TelegramChat with(long user, String status) {
    Map<Long, String> changed = new LinkedHashMap<>(members);
    changed.put(user, status);
    return new TelegramChat(id, type, title, username, changed, without(user), bot);
  }

  TelegramChat withRequestOf(long user) {
    Set<Long> more = new LinkedHashSet<>(requests);
    more.add(user);
    return new TelegramChat(id, type, title, username, members, more, bot);
  }

  TelegramChat withoutRequestOf(long user) {
    return new TelegramChat(id, type, title, username, members, without(user), bot);
  }

  TelegramChat withBot(String status) {
    return new TelegramChat(id, type, title, username, members, requests, status);
  }

  private Set<Long> without(long user) {
    Set<Long> fewer = new LinkedHashSet<>(requests);
    fewer.remove(user);
    return fewer;
  }
}
