/** The shape of answers to operators: pages and problems. */
@NullMarked
package io.octroi.operations.answer;

import org.jspecify.annotations.NullMarked;
