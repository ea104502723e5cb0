/** Reads from outside what became of events, and what processes used for it. */
@NullMarked
package io.octroi.bench.measure;

import org.jspecify.annotations.NullMarked;
