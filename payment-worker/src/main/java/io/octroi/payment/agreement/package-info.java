/** Recurring agreements at providers: what is known of whether a provider goes on collecting. */
@NullMarked
package io.octroi.payment.agreement;

import org.jspecify.annotations.NullMarked;
