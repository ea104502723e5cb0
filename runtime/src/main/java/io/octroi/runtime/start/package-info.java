/** How a service's process begins. */
@NullMarked
package io.octroi.runtime.start;

import org.jspecify.annotations.NullMarked;
