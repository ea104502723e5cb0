/** A stand-in for PayPal: its API as far as the system reads it, and its webhooks. */
@NullMarked
package io.octroi.platform.paypal;

import org.jspecify.annotations.NullMarked;
