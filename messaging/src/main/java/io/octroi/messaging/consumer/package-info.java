/** How a worker's consumers are made, and what they do beyond those of Kafka's client. */
@NullMarked
package io.octroi.messaging.consumer;

import org.jspecify.annotations.NullMarked;
