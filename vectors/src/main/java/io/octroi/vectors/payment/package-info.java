/** What the payment worker makes of a webhook that the gateway has let in. */
@NullMarked
package io.octroi.vectors.payment;

import org.jspecify.annotations.NullMarked;
