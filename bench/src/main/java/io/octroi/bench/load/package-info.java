/**
 * Makes signed webhooks and posts them over HTTP: as fast as they are answered, or at a constant
 * rate.
 */
@NullMarked
package io.octroi.bench.load;

import org.jspecify.annotations.NullMarked;
