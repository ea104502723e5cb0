/** The way of one request: read, verify, publish, answer. */
@NullMarked
package io.octroi.gateway.intake;

import org.jspecify.annotations.NullMarked;
