/** Speaks Telegram's Bot API and knows what its refusals mean. */
@NullMarked
package io.octroi.notifier.telegram;

import org.jspecify.annotations.NullMarked;
