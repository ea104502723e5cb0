/** Names of metrics. */
@NullMarked
package io.octroi.operations.telemetry;

import org.jspecify.annotations.NullMarked;
