/** A stand-in for Orange Money Web Payment, and its unsigned notifications. */
@NullMarked
package io.octroi.platform.orangemoney;

import org.jspecify.annotations.NullMarked;
