/** How a notification reaches its channels: claim with a lease, send, record. */
@NullMarked
package io.octroi.notifier.delivery;

import org.jspecify.annotations.NullMarked;
