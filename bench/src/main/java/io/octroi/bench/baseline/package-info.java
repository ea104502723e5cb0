/**
 * What a user would write instead: one process that verifies a webhook and writes a payment in one
 * transaction before it answers.
 */
@NullMarked
package io.octroi.bench.baseline;

import org.jspecify.annotations.NullMarked;
