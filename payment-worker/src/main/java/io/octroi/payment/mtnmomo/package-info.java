/** Reads MTN MoMo's requests to pay; its unsigned callbacks only say what to ask. */
@NullMarked
package io.octroi.payment.mtnmomo;

import org.jspecify.annotations.NullMarked;
