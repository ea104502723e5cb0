/** A stand-in for HyperPay (OPPWA): transaction queries, and its encrypted webhooks. */
@NullMarked
package io.octroi.platform.hyperpay;

import org.jspecify.annotations.NullMarked;
