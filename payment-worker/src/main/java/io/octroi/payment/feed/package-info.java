/** Puts what a provider's API said onto the topic that webhooks come over. */
@NullMarked
package io.octroi.payment.feed;

import org.jspecify.annotations.NullMarked;
