/** Stripe's signature over its events. Pure. */
@NullMarked
package io.octroi.gateway.stripe;

import org.jspecify.annotations.NullMarked;
