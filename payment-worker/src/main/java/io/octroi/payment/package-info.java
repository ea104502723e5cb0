/** The payment worker's front door: verified webhooks in, what became of payments out. */
@NullMarked
package io.octroi.payment;

import org.jspecify.annotations.NullMarked;
