package io.octroi.platform.telegram;

/**
 * A way into a chat.
 *
 * @param name empty if it has none
 * @param expireDate seconds since 1970, 0 for never
 * @param memberLimit how many may come in by it, 0 for any number
 * @param used how many did
 */
public record InviteLink(
    String link,
    long chatId,
    String name,
    long expireDate,
    int memberLimit,
    boolean createsJoinRequest,
    boolean revoked,
    int used) {

  InviteLink usedOnceMore() {
    return new InviteLink(
        link, chatId, name, expireDate, memberLimit, createsJoinRequest, revoked, used + 1);
  }

  InviteLink asRevoked() {
    return new InviteLink(
        link, chatId, name, expireDate, memberLimit, createsJoinRequest, true, used);
  }

  boolean expiredAt(long seconds) {
    return expireDate != 0 && expireDate <= seconds;
  }

  boolean usedUp() {
    return memberLimit != 0 && used >= memberLimit;
  }
}
