/** What operators' endpoints of every service stand on. */
@NullMarked
package io.octroi.operations;

import org.jspecify.annotations.NullMarked;
