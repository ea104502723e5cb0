/** Wave: HMAC-SHA256 over time and body. Pure. */
@NullMarked
package io.octroi.gateway.wave;

import org.jspecify.annotations.NullMarked;
