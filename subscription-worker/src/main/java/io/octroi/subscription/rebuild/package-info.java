/**
 * Lets operators hold subscriptions against the payments that were taken in, and set them right.
 */
@NullMarked
package io.octroi.subscription.rebuild;

import org.jspecify.annotations.NullMarked;
