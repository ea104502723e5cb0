/** The page that shows what happened: mail, Telegram calls and the story of an event. */
@NullMarked
package io.octroi.local.console;

import org.jspecify.annotations.NullMarked;
