/** The front door: takes webhooks in, proves who wrote them and hands their bytes to the broker. */
@NullMarked
package io.octroi.gateway;

import org.jspecify.annotations.NullMarked;
