/** Lets members into Telegram chats by single-use links, and puts them out when access is over. */
@NullMarked
package io.octroi.notifier.membership;

import org.jspecify.annotations.NullMarked;
