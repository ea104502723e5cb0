/** Tells customers what became of their subscriptions, and lets them in and out. */
@NullMarked
package io.octroi.notifier;

import org.jspecify.annotations.NullMarked;
