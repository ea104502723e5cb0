/** Knows which Telegram account is which customer's, by one-time start tokens. */
@NullMarked
package io.octroi.notifier.linking;

import org.jspecify.annotations.NullMarked;
