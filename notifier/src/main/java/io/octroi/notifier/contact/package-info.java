/** How customers can be reached; the one place where their addresses lie. */
@NullMarked
package io.octroi.notifier.contact;

import org.jspecify.annotations.NullMarked;
