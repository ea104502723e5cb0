/** Reads Flutterwave's events and charges, of its third and its fourth API. */
@NullMarked
package io.octroi.payment.flutterwave;

import org.jspecify.annotations.NullMarked;
