/** Statements over many rows at once. */
@NullMarked
package io.octroi.subscription.batch;

import org.jspecify.annotations.NullMarked;
