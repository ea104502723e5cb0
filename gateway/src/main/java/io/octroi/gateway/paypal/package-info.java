/** PayPal: signed by a certificate that is found at an address. Pure but for its certificates. */
@NullMarked
package io.octroi.gateway.paypal;

import org.jspecify.annotations.NullMarked;
