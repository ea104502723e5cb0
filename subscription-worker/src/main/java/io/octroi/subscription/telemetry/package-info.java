/** The words of logs and metrics. */
@NullMarked
package io.octroi.subscription.telemetry;

import org.jspecify.annotations.NullMarked;
