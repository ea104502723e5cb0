/** Takes in what Telegram says of accounts and chats, and mail services of mails. */
@NullMarked
package io.octroi.notifier.callback;

import org.jspecify.annotations.NullMarked;
