/** What the stand-ins for providers' APIs share: tokens, records, faults and signed deliveries. */
@NullMarked
package io.octroi.platform.provider;

import org.jspecify.annotations.NullMarked;
