/** The words of the gateway's logs and metrics. */
@NullMarked
package io.octroi.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
