/** HyperPay, and whoever else runs on OPPWA: encrypted notifications. Pure. */
@NullMarked
package io.octroi.gateway.hyperpay;

import org.jspecify.annotations.NullMarked;
