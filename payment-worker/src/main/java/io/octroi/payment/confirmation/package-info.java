/** Asks providers whether what a webhook claims is true, before money moves on its word. */
@NullMarked
package io.octroi.payment.confirmation;

import org.jspecify.annotations.NullMarked;
