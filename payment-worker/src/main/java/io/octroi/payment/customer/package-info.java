/** Who a payment is for: what events claim about customers, and what is remembered of it. */
@NullMarked
package io.octroi.payment.customer;

import org.jspecify.annotations.NullMarked;
