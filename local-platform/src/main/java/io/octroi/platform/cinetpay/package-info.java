/** A stand-in for CinetPay: the payment check, and its notifications. */
@NullMarked
package io.octroi.platform.cinetpay;

import org.jspecify.annotations.NullMarked;
