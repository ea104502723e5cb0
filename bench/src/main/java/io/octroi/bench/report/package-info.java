/** Keeps figures, and tells them as a table, as JSON and as a plot. */
@NullMarked
package io.octroi.bench.report;

import org.jspecify.annotations.NullMarked;
