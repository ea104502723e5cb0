/** What operators see of subscriptions, read only. */
@NullMarked
package io.octroi.subscription.operations;

import org.jspecify.annotations.NullMarked;
