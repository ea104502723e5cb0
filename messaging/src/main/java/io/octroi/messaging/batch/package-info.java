/** Statements over many rows, whose number does not grow with the rows. */
@NullMarked
package io.octroi.messaging.batch;

import org.jspecify.annotations.NullMarked;
