/** A stand-in for Telegram's Bot API: chats, members, invite links, and its true refusals. */
@NullMarked
package io.octroi.platform.telegram;

import org.jspecify.annotations.NullMarked;
