/** Every verified webhook, byte for byte, once. */
@NullMarked
package io.octroi.payment.ledger;

import org.jspecify.annotations.NullMarked;
