/** Spans, and the text by which a trace goes on in another process. */
@NullMarked
package io.octroi.runtime.trace;

import org.jspecify.annotations.NullMarked;
