/** Subscriptions: what is stored, what a change means, and what is told about it. */
@NullMarked
package io.octroi.subscription.subscription;

import org.jspecify.annotations.NullMarked;
