/** Brings a worker's schema up to date without starting the worker. */
@NullMarked
package io.octroi.messaging.migration;

import org.jspecify.annotations.NullMarked;
