/** Keeps refused requests that may have been genuine, and verifies them again when asked. */
@NullMarked
package io.octroi.gateway.quarantine;

import org.jspecify.annotations.NullMarked;
