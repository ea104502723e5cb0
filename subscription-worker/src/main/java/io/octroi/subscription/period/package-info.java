/** The fold of paid time into periods: values in, values out. */
@NullMarked
package io.octroi.subscription.period;

import org.jspecify.annotations.NullMarked;
