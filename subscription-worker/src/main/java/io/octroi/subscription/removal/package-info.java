/** Whether members whose time is over may be put out now, and what becomes of them meanwhile. */
@NullMarked
package io.octroi.subscription.removal;

import org.jspecify.annotations.NullMarked;
