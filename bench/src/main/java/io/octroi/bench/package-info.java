/** Measures the whole system from outside, beside floors and baselines, in one run. */
@NullMarked
package io.octroi.bench;

import org.jspecify.annotations.NullMarked;
