/** What became of a case, and how it compares with what the file says. */
@NullMarked
package io.octroi.vectors.verdict;

import org.jspecify.annotations.NullMarked;
