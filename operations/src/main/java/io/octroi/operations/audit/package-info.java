/** Writes down what operators do and why, before it is done. */
@NullMarked
package io.octroi.operations.audit;

import org.jspecify.annotations.NullMarked;
