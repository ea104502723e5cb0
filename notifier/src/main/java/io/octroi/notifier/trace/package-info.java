/** Makes calls over HTTP spans that hold no secret. */
@NullMarked
package io.octroi.notifier.trace;

import org.jspecify.annotations.NullMarked;
