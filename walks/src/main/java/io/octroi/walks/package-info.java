/** Whatever way webhooks come in, they end in the same payments, access and messages. */
@NullMarked
package io.octroi.walks;

import org.jspecify.annotations.NullMarked;
