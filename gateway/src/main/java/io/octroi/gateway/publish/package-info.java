/** Hands verified webhooks to the broker and waits for its word. */
@NullMarked
package io.octroi.gateway.publish;

import org.jspecify.annotations.NullMarked;
