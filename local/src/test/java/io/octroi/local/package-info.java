/** Acceptance and fault tests over the whole system, from outside. */
@NullMarked
package io.octroi.local;

import org.jspecify.annotations.NullMarked;
