/**
 * Records that were put aside: kept, shown, published again round by round, parked after a bound.
 */
@NullMarked
package io.octroi.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
