/** Up to when everything is known that a provider had to tell. */
@NullMarked
package io.octroi.subscription.watermark;

import org.jspecify.annotations.NullMarked;
