/** The ledger against the payments, and the payments for others to compare with. */
@NullMarked
package io.octroi.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
