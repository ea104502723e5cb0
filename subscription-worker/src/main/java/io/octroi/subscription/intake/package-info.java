/** What payments.v1 says, brought into grants and agreements. */
@NullMarked
package io.octroi.subscription.intake;

import org.jspecify.annotations.NullMarked;
