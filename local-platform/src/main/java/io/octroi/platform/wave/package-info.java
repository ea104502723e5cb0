/** A stand-in for Wave: checkout sessions, the day's transactions, and its webhooks. */
@NullMarked
package io.octroi.platform.wave;

import org.jspecify.annotations.NullMarked;
