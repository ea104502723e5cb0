/** A stand-in for Stripe: its API as far as the system reads it, and its webhooks. */
@NullMarked
package io.octroi.platform.stripe;

import org.jspecify.annotations.NullMarked;
