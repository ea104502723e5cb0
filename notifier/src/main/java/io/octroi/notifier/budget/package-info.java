/** How long a delivery may stay in a state that is not its last. */
@NullMarked
package io.octroi.notifier.budget;

import org.jspecify.annotations.NullMarked;
