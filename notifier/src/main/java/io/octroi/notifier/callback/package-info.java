/** Takes in what Telegram says of accounts and chats. */
@NullMarked
package io.octroi.notifier.callback;

import org.jspecify.annotations.NullMarked;
