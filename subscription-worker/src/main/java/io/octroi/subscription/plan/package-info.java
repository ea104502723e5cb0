/** What can be paid for, as configured: how long, and which payments count. */
@NullMarked
package io.octroi.subscription.plan;

import org.jspecify.annotations.NullMarked;
