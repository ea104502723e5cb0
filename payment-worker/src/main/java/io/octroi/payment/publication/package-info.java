/** What is told to the rest of the system, by way of the outbox. */
@NullMarked
package io.octroi.payment.publication;

import org.jspecify.annotations.NullMarked;
