/** How a worker consumes and produces: inbox, outbox and relay, error policy, trace context. */
@NullMarked
package io.octroi.messaging;

import org.jspecify.annotations.NullMarked;
