/** The one clock of a service. */
@NullMarked
package io.octroi.runtime.clock;

import org.jspecify.annotations.NullMarked;
