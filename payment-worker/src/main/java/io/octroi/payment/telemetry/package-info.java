/** The vocabulary of this worker's logs and metrics. */
@NullMarked
package io.octroi.payment.telemetry;

import org.jspecify.annotations.NullMarked;
