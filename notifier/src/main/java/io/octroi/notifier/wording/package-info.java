/** What notifications say, in French and English. */
@NullMarked
package io.octroi.notifier.wording;

import org.jspecify.annotations.NullMarked;
