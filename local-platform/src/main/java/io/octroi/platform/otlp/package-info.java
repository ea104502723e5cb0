/** Receives traces over OTLP/HTTP and keeps the last ones. */
@NullMarked
package io.octroi.platform.otlp;

import org.jspecify.annotations.NullMarked;
