/** Makes the payments again from the ledger, beside the live ones, and mends these by them. */
@NullMarked
package io.octroi.payment.rebuild;

import org.jspecify.annotations.NullMarked;
