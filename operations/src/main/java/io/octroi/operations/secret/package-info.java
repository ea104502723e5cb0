/** What of secrets shows on a management port: how they are had, and never their values. */
@NullMarked
package io.octroi.operations.secret;

import org.jspecify.annotations.NullMarked;
