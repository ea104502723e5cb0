/** Stand-ins for Flutterwave's third and fourth API, and its webhooks. */
@NullMarked
package io.octroi.platform.flutterwave;

import org.jspecify.annotations.NullMarked;
