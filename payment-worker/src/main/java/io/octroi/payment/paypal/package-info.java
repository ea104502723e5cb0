/** Reads PayPal's events and objects, of its first and its second API. */
@NullMarked
package io.octroi.payment.paypal;

import org.jspecify.annotations.NullMarked;
