/** What we asked providers to collect, so that their answers can be held against it. */
@NullMarked
package io.octroi.payment.order;

import org.jspecify.annotations.NullMarked;
