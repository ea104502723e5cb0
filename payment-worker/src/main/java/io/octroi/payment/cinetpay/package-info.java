/** Reads CinetPay's payment checks; its notifications only say what to check. */
@NullMarked
package io.octroi.payment.cinetpay;

import org.jspecify.annotations.NullMarked;
