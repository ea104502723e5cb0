/** Tells operators how a customer's access came to be what it is. */
@NullMarked
package io.octroi.subscription.story;

import org.jspecify.annotations.NullMarked;
