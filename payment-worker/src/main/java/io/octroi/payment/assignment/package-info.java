/** Operators decide whose a payment is where events do not tell. */
@NullMarked
package io.octroi.payment.assignment;

import org.jspecify.annotations.NullMarked;
