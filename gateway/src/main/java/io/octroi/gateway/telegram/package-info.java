/** Telegram's updates: a shared secret in a header. Pure. */
@NullMarked
package io.octroi.gateway.telegram;

import org.jspecify.annotations.NullMarked;
