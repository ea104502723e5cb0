/** Names of metrics, and what is not observed. */
@NullMarked
package io.octroi.operations.telemetry;

import org.jspecify.annotations.NullMarked;
