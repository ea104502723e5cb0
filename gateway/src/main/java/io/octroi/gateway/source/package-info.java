/** Where a request comes from, and how much nonsense it may send. */
@NullMarked
package io.octroi.gateway.source;

import org.jspecify.annotations.NullMarked;
