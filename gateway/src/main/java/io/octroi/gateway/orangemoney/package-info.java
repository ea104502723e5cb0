/** Orange Money WebPay: unsigned notifications, taken as hints. Pure. */
@NullMarked
package io.octroi.gateway.orangemoney;

import org.jspecify.annotations.NullMarked;
