/** Asks providers' APIs, with a limit to everything, and tells what came of it as a value. */
@NullMarked
package io.octroi.payment.api;

import org.jspecify.annotations.NullMarked;
