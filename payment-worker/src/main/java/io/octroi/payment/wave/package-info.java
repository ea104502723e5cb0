/** Reads Wave's events, checkout sessions and account lines. */
@NullMarked
package io.octroi.payment.wave;

import org.jspecify.annotations.NullMarked;
