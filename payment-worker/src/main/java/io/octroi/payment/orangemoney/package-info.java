/** Reads Orange Money's transaction states; its notifications only say what to ask. */
@NullMarked
package io.octroi.payment.orangemoney;

import org.jspecify.annotations.NullMarked;
