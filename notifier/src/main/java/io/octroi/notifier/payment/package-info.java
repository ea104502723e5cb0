/** What the newest event said about each payment. */
@NullMarked
package io.octroi.notifier.payment;

import org.jspecify.annotations.NullMarked;
