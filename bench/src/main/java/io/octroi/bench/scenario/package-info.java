/** What is measured, one scenario after the other, each bounded in time. */
@NullMarked
package io.octroi.bench.scenario;

import org.jspecify.annotations.NullMarked;
