/** What happened, step by step: the parts of one story that each service can tell. */
@NullMarked
package io.octroi.operations.story;

import org.jspecify.annotations.NullMarked;
