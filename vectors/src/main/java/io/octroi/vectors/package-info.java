/** The front door: files of vectors in, a verdict a case out. */
@NullMarked
package io.octroi.vectors;

import org.jspecify.annotations.NullMarked;
