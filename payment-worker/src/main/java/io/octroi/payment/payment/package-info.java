/** Payments: the facts, the fold that joins them, and the rows that keep both. */
@NullMarked
package io.octroi.payment.payment;

import org.jspecify.annotations.NullMarked;
