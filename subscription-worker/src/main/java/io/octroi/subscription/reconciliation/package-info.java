/** The payments that the payment-worker lists against the periods that they grant here. */
@NullMarked
package io.octroi.subscription.reconciliation;

import org.jspecify.annotations.NullMarked;
