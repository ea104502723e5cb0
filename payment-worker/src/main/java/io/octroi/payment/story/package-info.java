/** Tells operators how a payment came to be what it is. */
@NullMarked
package io.octroi.payment.story;

import org.jspecify.annotations.NullMarked;
