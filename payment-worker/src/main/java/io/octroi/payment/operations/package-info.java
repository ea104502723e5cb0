/** What operators see of the ledger and the payments, and what they may decide. */
@NullMarked
package io.octroi.payment.operations;

import org.jspecify.annotations.NullMarked;
