/** Which versions of webhook secrets still prove anything, over all gateways and restarts. */
@NullMarked
package io.octroi.payment.secretuse;

import org.jspecify.annotations.NullMarked;
