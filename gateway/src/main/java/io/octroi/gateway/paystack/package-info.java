/** Paystack: HMAC-SHA512 over the body. Pure. */
@NullMarked
package io.octroi.gateway.paystack;

import org.jspecify.annotations.NullMarked;
