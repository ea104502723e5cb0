package io.octroi.notifier.membership;

import java.util.UUID;

/**
 * An account in a chat, as a worker has taken it.
 *
 * @param chatId the configured id
 * @param customerId whose account it is, or was last; empty for a stranger
 * @param checkDue whether it is time to ask Telegram
 * @param attempts how often the next step was tried in vain
 * @param touched what came from outside so far; more by the time of the result means it is newer
 * @param leaseToken who has it; only the holder's result is recorded
 */
record Membership(
    long chatId,
    long telegramUserId,
    String customerId,
    Standing standing,
    boolean asked,
    boolean cut,
    boolean liftOwed,
    boolean checkDue,
    int attempts,
    long touched,
    UUID leaseToken) {

  boolean isStranger() {
    return customerId.isEmpty();
  }
}
