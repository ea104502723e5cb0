/** What a verified webhook means, said in words that no provider owns. */
@NullMarked
package io.octroi.payment.translation;

import org.jspecify.annotations.NullMarked;
