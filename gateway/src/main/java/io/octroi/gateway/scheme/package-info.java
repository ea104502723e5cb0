/** What every webhook scheme shares: the request, the verdict and the parts that prove it. Pure. */
@NullMarked
package io.octroi.gateway.scheme;

import org.jspecify.annotations.NullMarked;
