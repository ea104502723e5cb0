/** Takes in what Telegram says of accounts and chats, and carriers of mails and text messages. */
@NullMarked
package io.octroi.notifier.callback;

import org.jspecify.annotations.NullMarked;
