/** Takes polled webhooks into the ledger and the payments, a batch in one transaction. */
@NullMarked
package io.octroi.payment.intake;

import org.jspecify.annotations.NullMarked;
