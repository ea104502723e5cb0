/** Twilio's callbacks: a signature over the address and the form. Pure. */
@NullMarked
package io.octroi.gateway.twilio;

import org.jspecify.annotations.NullMarked;
