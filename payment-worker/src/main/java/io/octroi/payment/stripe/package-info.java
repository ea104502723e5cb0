/** Reads Stripe's events from their raw JSON, whatever API version wrote them. */
@NullMarked
package io.octroi.payment.stripe;

import org.jspecify.annotations.NullMarked;
