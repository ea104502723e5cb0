/** What the gateway's tests share: the vectors, signers, a clock and a raw HTTP client. */
@NullMarked
package io.octroi.gateway.testing;

import org.jspecify.annotations.NullMarked;
