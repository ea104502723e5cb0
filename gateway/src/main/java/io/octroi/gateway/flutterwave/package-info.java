/** Flutterwave v4, a signature over the body, and v3, a shared secret. Pure. */
@NullMarked
package io.octroi.gateway.flutterwave;

import org.jspecify.annotations.NullMarked;
