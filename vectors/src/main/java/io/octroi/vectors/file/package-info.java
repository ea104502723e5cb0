/** Files of verification vectors, read whole before anything is sent. */
@NullMarked
package io.octroi.vectors.file;

import org.jspecify.annotations.NullMarked;
