package io.octroi.notifier.linking;

import java.time.Instant;

/**
 * A customer's Telegram account.
 *
 * @param how what proved it: {@code start_token}
 * @param unreachable why the bot cannot write to the account, such as {@code blocked}; empty where
 *     it can
 */
public record AccountLink(
    String customerId, long telegramUserId, Instant linkedAt, String how, String unreachable) {}
