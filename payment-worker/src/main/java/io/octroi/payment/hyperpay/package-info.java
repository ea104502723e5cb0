/** Reads the notifications and transactions of HyperPay, which speaks OPPWA. */
@NullMarked
package io.octroi.payment.hyperpay;

import org.jspecify.annotations.NullMarked;
