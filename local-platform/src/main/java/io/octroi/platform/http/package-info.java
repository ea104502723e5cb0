/** An HTTP server on loopback that stand-ins share: it records requests and can be told to fail. */
@NullMarked
package io.octroi.platform.http;

import org.jspecify.annotations.NullMarked;
