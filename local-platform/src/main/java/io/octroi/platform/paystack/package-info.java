/** A stand-in for Paystack: transactions, refunds, disputes, and its webhooks. */
@NullMarked
package io.octroi.platform.paystack;

import org.jspecify.annotations.NullMarked;
