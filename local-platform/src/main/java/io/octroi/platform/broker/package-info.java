/** A real Kafka broker for one machine, kept in a directory. */
@NullMarked
package io.octroi.platform.broker;

import org.jspecify.annotations.NullMarked;
