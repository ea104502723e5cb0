/** Reads Paystack's events and transactions. */
@NullMarked
package io.octroi.payment.paystack;

import org.jspecify.annotations.NullMarked;
