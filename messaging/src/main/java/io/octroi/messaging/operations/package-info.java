/** The door through which operators reach a worker: closed without a token. */
@NullMarked
package io.octroi.messaging.operations;

import org.jspecify.annotations.NullMarked;
