/** Who is an operator: lets in those who present a credential. */
@NullMarked
package io.octroi.operations.access;

import org.jspecify.annotations.NullMarked;
