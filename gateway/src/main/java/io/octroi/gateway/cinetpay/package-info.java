/** CinetPay: a token over sixteen form fields. Pure. */
@NullMarked
package io.octroi.gateway.cinetpay;

import org.jspecify.annotations.NullMarked;
