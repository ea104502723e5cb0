/** What the gateway answers when it does not accept, and what it never tells. */
@NullMarked
package io.octroi.gateway.problem;

import org.jspecify.annotations.NullMarked;
