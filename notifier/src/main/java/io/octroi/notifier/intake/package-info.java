/** Turns subscription events into notifications and deliveries, in one transaction per batch. */
@NullMarked
package io.octroi.notifier.intake;

import org.jspecify.annotations.NullMarked;
