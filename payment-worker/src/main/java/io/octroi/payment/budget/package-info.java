/** How long payments and what belongs to them may stay in a state that is not their last. */
@NullMarked
package io.octroi.payment.budget;

import org.jspecify.annotations.NullMarked;
