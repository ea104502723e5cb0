/** Standard Webhooks 1.0.0, symmetric (v1) and asymmetric (v1a). Pure. */
@NullMarked
package io.octroi.gateway.standardwebhooks;

import org.jspecify.annotations.NullMarked;
