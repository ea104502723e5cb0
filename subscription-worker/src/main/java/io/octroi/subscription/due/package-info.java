/** What the clock does: reminders before the end, and the end. */
@NullMarked
package io.octroi.subscription.due;

import org.jspecify.annotations.NullMarked;
