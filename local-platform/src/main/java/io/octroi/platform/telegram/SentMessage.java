package io.octroi.platform.telegram;

/**
 * A message of the bot that reached its chat.
 *
 * @param date seconds since 1970
 * @param parseMode HTML, MarkdownV2, or empty
 * @param replyMarkup JSON as sent, or empty
 */
public record SentMessage(
    long messageId, long chatId, String text, String parseMode, String replyMarkup, long date) {}
