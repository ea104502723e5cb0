/**
 * Missed webhooks come back: what providers list and the ledger lacks, and up to when nothing is.
 */
@NullMarked
package io.octroi.payment.backfill;

import org.jspecify.annotations.NullMarked;
